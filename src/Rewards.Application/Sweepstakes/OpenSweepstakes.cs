using System.Text;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Makes sure that the current month has a sweepstakes and, some days before its end, the next one: with official rules and
/// prizes from the template, or the settings, as they are then, fixed from then on. Run as often as one likes, on any number of nodes: the
/// unique draw id decides.
/// </summary>
public sealed class OpenSweepstakes(
    RewardsDb db, DatabaseProvider provider, EditTemplate template, OfficialRules rules, ReferenceData reference, PortalSettings settings, TimeProvider clock)
{
    /// <summary>Opens what is not open yet. Refuses with <c>free-entry-address-missing</c>.</summary>
    /// <returns>The draw ids that were opened now.</returns>
    public async Task<Outcome<OpenedMonths>> RunAsync(CancellationToken cancellationToken)
    {
        var terms = await template.TermsAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(terms.MailInAddress))
        {
            return new FreeEntryAddressMissing();
        }

        var today = Zone.DayOf(clock.GetUtcNow().UtcDateTime, settings.Portal.TimeZone);
        var opened = new List<string>();
        foreach (var month in new[] { today, today.AddDays(settings.Sweepstakes.OpenAheadDays) }.Select(FirstOfMonth).Distinct())
        {
            if (await OpenAsync(month, terms, cancellationToken) is { } drawId)
            {
                opened.Add(drawId);
            }
        }

        if (opened.Count > 0)
        {
            reference.Forget();
        }

        return new OpenedMonths(opened);
    }

    private async Task<string?> OpenAsync(DateOnly month, SweepstakesSettings terms, CancellationToken cancellationToken)
    {
        var drawId = MonthlySweepstakes.DrawIdOf(month.Year, month.Month);
        if (await db.Sweepstakes.AnyAsync(s => s.DrawId == drawId, cancellationToken))
        {
            return null;
        }

        var next = month.AddMonths(1);
        db.Sweepstakes.Add(new MonthlySweepstakes(
            drawId,
            Zone.StartOf(month, settings.Portal.TimeZone),
            Zone.StartOf(next, settings.Portal.TimeZone),
            rules.Write(terms, drawId, month, next.AddDays(-1)),
            Encoding.UTF8.GetString(PrizeList.Write(terms.PrizesOrDefault.SelectMany(Lines))),
            terms.Terms,
            terms.PrizeTerms));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return drawId;
        }
        catch (DbUpdateException exception) when (provider.IsDuplicateKey(exception))
        {
            // Another node opened it meanwhile.
            db.ChangeTracker.Clear();
            return null;
        }
    }

    private static IEnumerable<string> Lines(PrizeSettings prize) =>
        Enumerable.Repeat(PrizeName.Line(new LocalizedText(prize.Text, prize.TextEs)), prize.Count);

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}

/// <summary>Months whose sweepstakes was opened.</summary>
/// <param name="DrawIds">None where they were open already.</param>
public sealed record OpenedMonths(IReadOnlyList<string> DrawIds);
