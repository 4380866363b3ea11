using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>Which entries were excluded as a month's entries were frozen, why, and of whom, by masked names.</summary>
public sealed class ListExclusions(RewardsDb db)
{
    /// <summary>On a page.</summary>
    public const int OnPage = 20;

    /// <summary>The first of them, for a page.</summary>
    public async Task<IReadOnlyList<ExcludedEntry>> FirstAsync(string? drawId, CancellationToken cancellationToken) =>
        [.. (await Rows(drawId).Take(OnPage).ToListAsync(cancellationToken)).Select(Show)];

    /// <summary>All, read while they are sent.</summary>
    public IAsyncEnumerable<ExcludedEntry> AllAsync(string? drawId) => Rows(drawId).AsAsyncEnumerable().Select(Show);

    private IQueryable<Row> Rows(string? drawId) =>
        from sweepstakes in db.Sweepstakes.AsNoTracking().WithDrawId(drawId)
        join exclusion in db.EntryExclusions on sweepstakes.Id equals exclusion.SweepstakesId
        join entry in db.SweepstakesEntries on exclusion.EntryId equals entry.Id
        join shopper in db.Shoppers on entry.ShopperId equals shopper.Id
        orderby exclusion.EntryId
        select new Row { EntryId = exclusion.EntryId, EnteredOn = entry.EnteredOn, Reason = exclusion.Reason, Email = shopper.Email, Card = shopper.LoyaltyCard };

    private static ExcludedEntry Show(Row row) =>
        new(Convert.ToHexStringLower(row.EntryId), row.EnteredOn, row.Reason, Shopper.MaskedName(row.Email, row.Card));

    private sealed class Row
    {
        public required byte[] EntryId { get; init; }

        public required DateOnly EnteredOn { get; init; }

        public required string Reason { get; init; }

        public string? Email { get; init; }

        public string? Card { get; init; }
    }
}

/// <summary>An entry that takes no part.</summary>
/// <param name="EntryId">32 hexadecimal digits.</param>
/// <param name="EnteredOn">In the programme's time zone.</param>
/// <param name="Reason">Coded.</param>
/// <param name="Shopper">Masked address or card.</param>
public sealed record ExcludedEntry(string EntryId, DateOnly EnteredOn, string Reason, string Shopper);
