using Microsoft.EntityFrameworkCore;
using Rewards.Application.FuelPoints;
using Rewards.Application.Sweepstakes.Claims;
using Rewards.Application.Vouchers;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Shoppers;

/// <summary>What a shopper has: points by month, vouchers, entries, prizes.</summary>
public sealed class ShowMyRewards(RewardsDb db, ListLedgerLines lines, ReferenceData reference, Vault vault, ChainSettings chain, TimeProvider clock)
{
    /// <summary>Lines of the ledger on a page.</summary>
    public const int LinesOnPage = 5;

    /// <summary>Vouchers on a page.</summary>
    public const int VouchersOnPage = 5;

    /// <summary>Entries on a page.</summary>
    public const int EntriesOnPage = 20;

    /// <summary>Shows it; null where there is no such shopper.</summary>
    /// <param name="shopperId">Whose: who is signed in.</param>
    /// <param name="linePage">From 1, the latest first.</param>
    /// <param name="voucherPage">From 1, the latest first.</param>
    /// <param name="entryPage">From 1, the latest first.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<MyRewards?> RunAsync(Guid shopperId, int linePage, int voucherPage, int entryPage, CancellationToken cancellationToken)
    {
        var today = Zone.DayOf(clock.GetUtcNow().UtcDateTime, chain.TimeZone);
        var shopper = await db.Shoppers.AsNoTracking().Where(s => s.Id == shopperId)
            .Select(s => new { s.Email, s.LoyaltyCard, s.FirstName, s.LastName, s.Town }).SingleOrDefaultAsync(cancellationToken);
        return shopper is null ? null : new MyRewards(
            shopper.Email,
            shopper.LoyaltyCard,
            new ShopperName(shopper.FirstName, shopper.LastName, shopper.Town),
            await PrizesAsync(shopperId, cancellationToken),
            await PointsAsync(shopperId, today, cancellationToken),
            await lines.RunAsync(shopperId, linePage, LinesOnPage, cancellationToken),
            await VouchersAsync(shopperId, today, voucherPage, cancellationToken),
            await EntriesAsync(shopperId, entryPage, cancellationToken));
    }

    /// <summary>Only the name for the winners list; null where there is no such shopper.</summary>
    public Task<ShopperName?> NameAsync(Guid shopperId, CancellationToken cancellationToken) =>
        db.Shoppers.AsNoTracking().Where(s => s.Id == shopperId)
            .Select(s => new ShopperName(s.FirstName, s.LastName, s.Town)).SingleOrDefaultAsync(cancellationToken);

    private async Task<IReadOnlyList<MyPrize>> PrizesAsync(Guid shopperId, CancellationToken cancellationToken) => [.. (await (
        from claim in db.PrizeClaims.AsNoTracking()
        where claim.ShopperId == shopperId && claim.Status != PrizeClaimStatus.Lost
        join drawing in db.Drawings on claim.SweepstakesId equals drawing.SweepstakesId
        join place in db.DrawingPlaces on new { DrawingId = drawing.Id, Place = claim.Prize } equals new { place.DrawingId, place.Place }
        join sweepstakes in db.Sweepstakes on drawing.SweepstakesId equals sweepstakes.Id
        orderby sweepstakes.OpensAt descending, claim.Prize
        select new { place.Prize, sweepstakes.DrawId, Claim = claim }).ToListAsync(cancellationToken))
        .Select(p => new MyPrize(
            p.Prize!,
            p.DrawId,
            Convert.ToHexStringLower(p.Claim.EntryId),
            p.Claim.AnswerBy is null ? null : PrizeLink.Of(p.Claim, vault, chain),
            p.Claim is { Status: PrizeClaimStatus.Offered, AnsweredAt: null }))];

    // What has ended is not counted: it is gone by the date, whether or not the ledger says so yet.
    private async Task<IReadOnlyList<MyPoints>> PointsAsync(Guid shopperId, DateOnly today, CancellationToken cancellationToken)
    {
        var oldest = Lot.OldestOn(today).Number;
        var sums = await db.FuelPointPostings.AsNoTracking()
            .Where(p => p.ShopperId == shopperId && p.LotNumber >= oldest)
            .GroupBy(p => p.LotNumber)
            .OrderBy(g => g.Key)
            .Select(g => new { Lot = g.Key, Points = g.Sum(p => p.Points) })
            .ToListAsync(cancellationToken);
        return [.. sums.Select(s => new MyPoints(Lot.FromNumber(s.Lot), s.Points))];
    }

    private async Task<ListPage<MyVoucher>> VouchersAsync(Guid shopperId, DateOnly today, int page, CancellationToken cancellationToken)
    {
        var vouchers = await db.Vouchers.AsNoTracking()
            .Where(v => v.ShopperId == shopperId)
            .OrderByDescending(v => v.IssuedAt).ThenBy(v => v.Id)
            .ToPageAsync(page, VouchersOnPage, cancellationToken);
        var stores = await reference.GetAsync(cancellationToken);
        return vouchers.Of(v => new MyVoucher(
            vault.Unseal(v.SealedCode, v.Id.ToByteArray(bigEndian: true)),
            v.ValueCents,
            v.Terms.LeftCents,
            v.LastDay,
            v.Stores,
            stores.NamesOf(v.Stores),
            v.MinimumPurchaseCents,
            v.SingleUse,
            ShownVoucher.StateOf(v.Terms, today)));
    }

    private async Task<ListPage<MyEntry>> EntriesAsync(Guid shopperId, int page, CancellationToken cancellationToken)
    {
        var entries = await (
            from entry in db.SweepstakesEntries.AsNoTracking()
            where entry.ShopperId == shopperId
            join sweepstakes in db.Sweepstakes on entry.SweepstakesId equals sweepstakes.Id
            orderby sweepstakes.OpensAt descending, entry.Id descending
            select new { sweepstakes.DrawId, sweepstakes.Status, entry.EnteredOn, entry.Id, entry.Source }).ToPageAsync(page, EntriesOnPage, cancellationToken);
        return entries.Of(e => new MyEntry(
            e.DrawId, e.EnteredOn, Convert.ToHexStringLower(e.Id), e.Source == EntrySource.FreeEntry, e.Status >= SweepstakesStatus.Committed));
    }
}

/// <summary>What a shopper has.</summary>
/// <param name="Email">Where mail goes.</param>
/// <param name="LoyaltyCard">If one was given.</param>
/// <param name="Name">For the winners list.</param>
/// <param name="Prizes">What was won, the latest first.</param>
/// <param name="Points">What can still be spent, by month, the oldest first.</param>
/// <param name="Lines">Where each point came from and went: the latest first.</param>
/// <param name="Vouchers">The latest first.</param>
/// <param name="Entries">The latest first.</param>
public sealed record MyRewards(
    string? Email,
    string? LoyaltyCard,
    ShopperName Name,
    IReadOnlyList<MyPrize> Prizes,
    IReadOnlyList<MyPoints> Points,
    ListPage<ExplainedLine> Lines,
    ListPage<MyVoucher> Vouchers,
    ListPage<MyEntry> Entries);

/// <summary>A prize that was won.</summary>
/// <param name="Prize">What, as in <c>prizes.txt</c> (<see cref="Domain.Sweepstakes.PrizeName"/>).</param>
/// <param name="DrawId">In which draw.</param>
/// <param name="EntryId">With which entry, in hex.</param>
/// <param name="Link">Where it is answered for, and where it stands; null until they are told by hand.</param>
/// <param name="IsToBeAnswered">Whether it waits for their answer.</param>
public sealed record MyPrize(string Prize, string DrawId, string EntryId, PrizeLink? Link, bool IsToBeAnswered);

/// <summary>The points of a month.</summary>
/// <param name="Lot">Which month, and so until when.</param>
/// <param name="Points">Earned, less what is gone.</param>
public sealed record MyPoints(Lot Lot, int Points);

/// <summary>A voucher.</summary>
/// <param name="Code">The plain code.</param>
/// <param name="ValueCents">What it was worth.</param>
/// <param name="BalanceCents">What is left.</param>
/// <param name="LastDay">The last day it is good, in the programme's zone.</param>
/// <param name="Stores">The only stores it is good at; null for all.</param>
/// <param name="StoreNames">Those stores by name.</param>
/// <param name="MinimumPurchaseCents">What a purchase comes to at least; 0 for any.</param>
/// <param name="SingleUse">Whether it can be taken from once only.</param>
/// <param name="State">Whether it is good.</param>
public sealed record MyVoucher(
    string Code,
    int ValueCents,
    int BalanceCents,
    DateOnly LastDay,
    StoreSet? Stores,
    string? StoreNames,
    int MinimumPurchaseCents,
    bool SingleUse,
    VoucherState State);

/// <summary>An entry into a draw.</summary>
/// <param name="DrawId">Into which.</param>
/// <param name="EnteredOn">In the programme's zone.</param>
/// <param name="EntryId">In hex.</param>
/// <param name="IsFree">Whether it was made without a purchase.</param>
/// <param name="CanBeChecked">Whether the list of entries was committed to, so that the draw's page can check that this is in it.</param>
public sealed record MyEntry(string DrawId, DateOnly EnteredOn, string EntryId, bool IsFree, bool CanBeChecked);
