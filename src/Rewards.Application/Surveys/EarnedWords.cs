using System.Globalization;
using Rewards.Application.Localization;
using Rewards.Domain;
using Rewards.Domain.Promotions;

namespace Rewards.Application.Surveys;

/// <summary>What was earned, in words: the same on pages and in mails, in the current language.</summary>
public sealed class EarnedWords(Texts texts)
{
    /// <summary>How much; a dash where nothing was given.</summary>
    public static string Number(Earned earned)
    {
        ArgumentNullException.ThrowIfNull(earned);
        return earned.Status == AwardStatus.Declined ? "–" : earned.Kind == AwardKind.Voucher ? Texts.Money(earned.Amount) : earned.Amount.ToString("N0", CultureInfo.CurrentCulture);
    }

    /// <summary>Of what.</summary>
    public string What(Earned earned)
    {
        ArgumentNullException.ThrowIfNull(earned);
        return earned.Kind switch
        {
            _ when earned.Status == AwardStatus.Declined => texts[$"awards.none-{earned.Kind}"],
            AwardKind.FuelPoints => texts["awards.points-unit"],
            AwardKind.SweepstakesEntry => earned.Entry is { } entry
                ? texts["awards.entry-unit", MonthOf(entry.DrawId)]
                : texts["awards.entry-unit-open"],
            AwardKind.Voucher => texts["awards.voucher"],
            _ => throw new ArgumentOutOfRangeException(nameof(earned), earned.Kind, "A kind without words."),
        };
    }

    /// <summary>Why it was given or not, and what to know of it: until when it is good, or the entry's id.</summary>
    public string Why(Earned earned)
    {
        ArgumentNullException.ThrowIfNull(earned);
        var why = Reason(earned.Why);
        return earned switch
        {
            { Status: AwardStatus.Pending } => $"{why} {texts["awards.pending-why"]}",
            { HeldUntil: { } until, Status: AwardStatus.Held } => texts["awards.held-until", until],
            { Entry: { } entry } => $"{why} {texts["awards.entry-number", entry.EntryId]}",
            { Status: AwardStatus.Granted, PointsLastDay: { } last } => $"{why} {texts["awards.good-until", last]}",
            _ => why,
        };
    }

    /// <summary>
    /// What a response brings at present whoever gives it, as the first page promises it; null where nothing is that certain.
    /// </summary>
    /// <param name="offers">The promotions.</param>
    /// <param name="today">In the programme's zone.</param>
    /// <param name="sweepstakesOpen">Whether there is one to enter.</param>
    public string? Promise(IEnumerable<Offer> offers, DateOnly today, bool sweepstakesOpen)
    {
        ArgumentNullException.ThrowIfNull(offers);
        var parts = offers
            .Where(o => o.RunsOn(today) && !o.IsSpent && o.Rule.IsForEveryone && (sweepstakesOpen || o.Kind != AwardKind.SweepstakesEntry))
            .OrderByDescending(o => o.Priority).ThenBy(o => o.Id)
            .DistinctBy(o => o is { Stacks: false, Group: { } group } ? group : $"{o.Id}")
            .Select(o =>
            {
                var what = o.Kind switch
                {
                    AwardKind.FuelPoints => texts["awards.promise-points", o.Rule.Amount],
                    AwardKind.SweepstakesEntry => texts["awards.promise-entry"],
                    _ => texts["awards.promise-voucher", Texts.Money(o.Rule.Amount)],
                };
                return o.Rule.OneIn > 1 ? texts["awards.promise-sometimes", what] : what;
            })
            .Distinct().ToList();
        return parts switch
        {
            [] => null,
            [var only] => only,
            _ => texts["awards.promise-and", string.Join(", ", parts[..^1]), parts[^1]],
        };
    }

    /// <summary>Why something was given or not, in a sentence.</summary>
    /// <param name="why">The reason, with what stands in its sentence.</param>
    /// <param name="area">What the sentences' keys begin with.</param>
    public string Reason(Why why, string area = "awards.")
    {
        ArgumentNullException.ThrowIfNull(why);
        object number = why.Reason switch
        {
            AwardReason.TotalTooLow => new Money(why.Number ?? 0),
            AwardReason.OtherHour => Hour(why.Number),
            _ => Texts.Count(why.Number ?? 0),
        };
        return texts[$"{area}{why.Reason}", number, why.Reason == AwardReason.OtherHour ? Hour(why.Days) : why.Days ?? 0];
    }

    private static string Hour(long? hour) => new TimeOnly((int)((hour ?? 0) % 24), 0).ToString("t", CultureInfo.CurrentCulture);

    /// <summary>The month of a draw by its name.</summary>
    /// <param name="drawId">As in the protocol, <c>2026-11-monthly</c>.</param>
    public static string MonthOf(string drawId)
    {
        ArgumentNullException.ThrowIfNull(drawId);
        return DateOnly.ParseExact(drawId[..7] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("MMMM", CultureInfo.CurrentCulture);
    }
}
