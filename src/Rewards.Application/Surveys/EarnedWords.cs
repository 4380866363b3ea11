using System.Globalization;
using Rewards.Application.Localization;
using Rewards.Domain.Promotions;

namespace Rewards.Application.Surveys;

/// <summary>What was earned, in words: the same on pages and in mails, in the current language.</summary>
public sealed class EarnedWords(Texts texts)
{
    /// <summary>How much.</summary>
    public static string Number(Earned earned)
    {
        ArgumentNullException.ThrowIfNull(earned);
        return earned.Kind == AwardKind.Voucher ? Texts.Money(earned.Amount) : earned.Amount.ToString("N0", CultureInfo.CurrentCulture);
    }

    /// <summary>Of what.</summary>
    public string What(Earned earned)
    {
        ArgumentNullException.ThrowIfNull(earned);
        return earned.Kind switch
        {
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
        var why = texts[$"awards.{earned.Reason}"];
        return earned switch
        {
            { HeldUntil: { } until, Status: AwardStatus.Held } => texts["awards.held-until", until],
            { Entry: { } entry } => $"{why} {texts["awards.entry-number", entry.EntryId]}",
            { Status: AwardStatus.Granted, PointsLastDay: { } last } => $"{why} {texts["awards.good-until", last]}",
            _ => why,
        };
    }

    /// <summary>What a response brings at present, as the first page promises it; null where it brings nothing.</summary>
    /// <param name="offers">The promotions.</param>
    /// <param name="today">In the programme's zone.</param>
    /// <param name="sweepstakesOpen">Whether there is one to enter.</param>
    public string? Promise(IEnumerable<Offer> offers, DateOnly today, bool sweepstakesOpen)
    {
        ArgumentNullException.ThrowIfNull(offers);
        var parts = offers.Where(o => o.RunsOn(today) && (sweepstakesOpen || o.Kind != AwardKind.SweepstakesEntry))
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

    /// <summary>The month of a draw by its name.</summary>
    /// <param name="drawId">As in the protocol, <c>2026-11-monthly</c>.</param>
    public static string MonthOf(string drawId)
    {
        ArgumentNullException.ThrowIfNull(drawId);
        return DateOnly.ParseExact(drawId[..7] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("MMMM", CultureInfo.CurrentCulture);
    }
}
