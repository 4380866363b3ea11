using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Shoppers;

namespace Rewards.Application.FuelPoints;

/// <summary>Adjustments that wait for another person to decide them, the oldest first; and any one of them.</summary>
public sealed class ListAdjustments(RewardsDb db)
{
    /// <summary>On a page.</summary>
    public const int OnPage = 20;

    /// <summary>Lists a page.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ListPage<ProposedAdjustment>> RunAsync(int page, CancellationToken cancellationToken) =>
        (await All().Where(a => a.Adjustment.Status == AdjustmentStatus.Proposed).OrderBy(a => a.Adjustment.ProposedAt).ThenBy(a => a.Adjustment.Id).ToPageAsync(page, OnPage, cancellationToken)).Of(Show);

    /// <summary>One, decided or not; null where there is none.</summary>
    public async Task<ProposedAdjustment?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await All().SingleOrDefaultAsync(a => a.Adjustment.Id == id, cancellationToken) is { } found ? Show(found) : null;

    /// <summary>How many wait.</summary>
    public Task<int> CountAsync(CancellationToken cancellationToken) =>
        db.FuelPointAdjustments.CountAsync(a => a.Status == AdjustmentStatus.Proposed, cancellationToken);

    private IQueryable<Row> All() =>
        from adjustment in db.FuelPointAdjustments.AsNoTracking()
        join shopper in db.Shoppers on adjustment.ShopperId equals shopper.Id
        join proposer in db.Users on adjustment.ProposedBy equals proposer.Id
        from decider in db.Users.Where(u => u.Id == adjustment.DecidedBy).DefaultIfEmpty()
        select new Row { Adjustment = adjustment, Email = shopper.Email, Card = shopper.LoyaltyCard, By = proposer.UserName!, DecidedBy = decider.UserName };

    private static ProposedAdjustment Show(Row row) => new(
        row.Adjustment.Id,
        row.Adjustment.ShopperId,
        Shopper.MaskedName(row.Email, row.Card),
        row.Adjustment.Points,
        row.Adjustment.Reason,
        row.Adjustment.ProposedBy,
        row.By,
        row.Adjustment.ProposedAt,
        row.Adjustment.Status,
        row.DecidedBy,
        row.Adjustment.DecidedAt);

    private sealed class Row
    {
        public required FuelPointAdjustment Adjustment { get; init; }

        public string? Email { get; init; }

        public string? Card { get; init; }

        public required string By { get; init; }

        public string? DecidedBy { get; init; }
    }
}

/// <summary>An adjustment by hand.</summary>
/// <param name="Id">Its name.</param>
/// <param name="ShopperId">Whose points.</param>
/// <param name="Shopper">Their masked address or card.</param>
/// <param name="Points">Negative to take.</param>
/// <param name="Reason">In words.</param>
/// <param name="ProposedById">Who may not decide it.</param>
/// <param name="ProposedBy">What they sign in with.</param>
/// <param name="ProposedAt">UTC.</param>
/// <param name="Status">What became of it.</param>
/// <param name="DecidedBy">What they sign in with; null where it waits.</param>
/// <param name="DecidedAt">UTC; null where it waits.</param>
public sealed record ProposedAdjustment(
    Guid Id,
    Guid ShopperId,
    string Shopper,
    int Points,
    string Reason,
    Guid ProposedById,
    string ProposedBy,
    DateTime ProposedAt,
    AdjustmentStatus Status,
    string? DecidedBy,
    DateTime? DecidedAt);
