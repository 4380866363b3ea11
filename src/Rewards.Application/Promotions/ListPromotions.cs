using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Promotions;

namespace Rewards.Application.Promotions;

/// <summary>The office's list of promotions.</summary>
public sealed class ListPromotions(RewardsDb db, ChainSettings chain, TimeProvider clock)
{
    /// <summary>How many days the given awards are counted over.</summary>
    public const int CountedDays = 7;

    private const int PageSize = 50;

    /// <summary>A page of them: what runs first, then drafts, then what is paused, then what ended; the newest first.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<PromotionList> RunAsync(int page, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now.AddDays(-CountedDays);
        var at = Math.Clamp(page, 1, 1_000);
        var rows = await db.Promotions.AsNoTracking()
            .OrderBy(p => p.State == PromotionState.Running ? 0 : p.State == PromotionState.Draft ? 1 : p.State == PromotionState.Paused ? 2 : 3)
            .ThenByDescending(p => p.Id)
            .Skip((at - 1) * PageSize).Take(PageSize + 1)
            .Select(p => new PromotionRow(
                p.Id, p.Name, p.Kind, p.State, p.StartsOn, p.EndsOn, p.BudgetCents, p.BudgetCount, p.SpentCents, p.AwardedCount, p.AlarmedPercent,
                db.Awards.Count(a => a.PromotionId == p.Id && a.Status == AwardStatus.Granted && a.At >= since)))
            .ToListAsync(cancellationToken);
        return new PromotionList(at, rows.Count > PageSize, Zone.DayOf(now, chain.TimeZone), [.. rows.Take(PageSize)]);
    }
}

/// <summary>A page of the list.</summary>
/// <param name="Page">From 1.</param>
/// <param name="HasMore">Whether there is a next one.</param>
/// <param name="Today">In the programme's time zone.</param>
/// <param name="Rows">In order.</param>
public sealed record PromotionList(int Page, bool HasMore, DateOnly Today, IReadOnlyList<PromotionRow> Rows);

/// <summary>A promotion of the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">As the office calls it.</param>
/// <param name="Kind">What it gives.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day; null for no end.</param>
/// <param name="BudgetCents">In cents; null for no limit.</param>
/// <param name="BudgetCount">Awards; null for no limit.</param>
/// <param name="SpentCents">Of the budget.</param>
/// <param name="AwardedCount">Of the budget.</param>
/// <param name="AlarmedPercent">The last alarm.</param>
/// <param name="Given">Awards given in the last <see cref="ListPromotions.CountedDays"/> days.</param>
public sealed record PromotionRow(
    int Id, string Name, AwardKind Kind, PromotionState State, DateOnly StartsOn, DateOnly? EndsOn,
    long? BudgetCents, long? BudgetCount, long SpentCents, long AwardedCount, int AlarmedPercent, int Given);
