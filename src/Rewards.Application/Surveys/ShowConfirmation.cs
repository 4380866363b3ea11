using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Receipts;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Surveys;

/// <summary>What a response earned, for whoever took part in it: who has the receipt's code and the response's id.</summary>
public sealed class ShowConfirmation(RewardsDb db, ReceiptCodes codes, ReferenceData reference, Vault vault, ChainSettings chain, TimeProvider clock)
{
    /// <summary>Finds the confirmation; null where code and id do not belong together, or it was not sent.</summary>
    /// <param name="code">The receipt's code.</param>
    /// <param name="responseId">The response's id.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<Confirmation?> RunAsync(string code, Guid responseId, CancellationToken cancellationToken) =>
        codes.Read(code, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) is ReceiptCodeReading.Valid { Key.Id: var receiptId }
            ? FindAsync(responseId, receiptId, cancellationToken)
            : Task.FromResult<Confirmation?>(null);

    /// <summary>The same by the response alone, for mails.</summary>
    public Task<Confirmation?> OfResponseAsync(Guid responseId, CancellationToken cancellationToken) =>
        FindAsync(responseId, null, cancellationToken);

    private async Task<Confirmation?> FindAsync(Guid responseId, long? receiptId, CancellationToken cancellationToken)
    {
        var lines = await (
            from response in db.Responses.AsNoTracking()
            where response.Id == responseId && response.SubmittedAt != null && (receiptId == null || response.ReceiptId == receiptId)
            join award in db.Awards on response.Id equals award.ResponseId
            from voucher in db.Vouchers.Where(v => v.AwardId == award.Id).DefaultIfEmpty()
            from entry in db.SweepstakesEntries.Where(e => e.AwardId == award.Id).DefaultIfEmpty()
            from sweepstakes in db.Sweepstakes.Where(s => s.Id == entry.SweepstakesId).DefaultIfEmpty()
            from shopper in db.Shoppers.Where(s => s.Id == response.ShopperId).DefaultIfEmpty()
            orderby award.PromotionId
            select new
            {
                response.Reference,
                HasMail = shopper.Email != null,
                HasCard = shopper.LoyaltyCard != null,
                Award = award,
                VoucherId = (Guid?)voucher.Id,
                voucher.SealedCode,
                VoucherLastDay = (DateOnly?)voucher.LastDay,
                VoucherStores = voucher.Stores,
                VoucherMinimumPurchaseCents = (int?)voucher.MinimumPurchaseCents,
                VoucherSingleUse = (bool?)voucher.SingleUse,
                EntryId = entry.Id,
                sweepstakes.DrawId,
            }).ToListAsync(cancellationToken);
        var stores = await reference.GetAsync(cancellationToken);
        return lines.Count == 0 ? null : new Confirmation(lines[0].Reference!, lines[0].HasMail, lines[0].HasCard,
        [
            .. lines.Select(l => new Earned(
                l.Award.Kind,
                l.Award.Status,
                l.Award.Amount,
                l.Award.Why(),
                l.Award.HeldUntil,
                l.Award.Kind == AwardKind.FuelPoints ? Lot.Of(Zone.DayOf(l.Award.At, chain.TimeZone)).LastDay : null,
                l.VoucherId is { } id
                    ? new EarnedVoucher(
                        vault.Unseal(l.SealedCode, id.ToByteArray(bigEndian: true)),
                        l.Award.Amount,
                        l.VoucherLastDay!.Value,
                        l.VoucherStores,
                        stores.NamesOf(l.VoucherStores),
                        l.VoucherMinimumPurchaseCents ?? 0,
                        l.VoucherSingleUse ?? false)
                    : null,
                l.EntryId is null ? null : new EarnedEntry(Convert.ToHexStringLower(l.EntryId), l.DrawId!))),
        ]);
    }
}

/// <summary>What a response earned.</summary>
/// <param name="Reference">To claim what is held with.</param>
/// <param name="HasMail">Whether it was also sent by mail.</param>
/// <param name="HasCard">Whether its shopper has a loyalty card, which the pump asks for.</param>
/// <param name="Awards">In order of the promotions, also what was not given.</param>
public sealed record Confirmation(string Reference, bool HasMail, bool HasCard, IReadOnlyList<Earned> Awards)
{
    /// <summary>Whether something waits to be claimed.</summary>
    public bool HasHeld => Awards.Any(a => a.Status == AwardStatus.Held);

    /// <summary>
    /// What a shopper is told of: what was given, and what they might have been given and wonder about, once of a kind and not beside
    /// one of its kind that was given.
    /// </summary>
    public IEnumerable<Earned> Shown
    {
        get
        {
            var told = Awards.Where(a => a.Status != AwardStatus.Declined).Select(a => a.Kind).ToHashSet();
            return Awards.Where(a => a.Status != AwardStatus.Declined || (IsWonderedAbout(a.Why.Reason) && told.Add(a.Kind))).ToList();
        }
    }

    private static bool IsWonderedAbout(AwardReason reason) => reason is
        AwardReason.HadOneInPeriod or AwardReason.HadInMonth or AwardReason.HadAlready or AwardReason.BudgetSpent or AwardReason.NoSweepstakesOpen
        or AwardReason.PersonEntriesSpent or AwardReason.HouseholdEntriesSpent;
}

/// <summary>One award.</summary>
/// <param name="Kind">What it gives.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Amount">Points, entries, or cents.</param>
/// <param name="Why">Why.</param>
/// <param name="HeldUntil">UTC; of a held one.</param>
/// <param name="PointsLastDay">The last day points are good.</param>
/// <param name="Voucher">The voucher.</param>
/// <param name="Entry">The entry.</param>
public sealed record Earned(
    AwardKind Kind,
    AwardStatus Status,
    int Amount,
    Why Why,
    DateTime? HeldUntil,
    DateOnly? PointsLastDay,
    EarnedVoucher? Voucher,
    EarnedEntry? Entry)
{
    /// <summary>Whether it is fuel points that the shopper has, or has as soon as the till confirms.</summary>
    public bool IsPoints => (Kind, Status) is (AwardKind.FuelPoints, AwardStatus.Granted or AwardStatus.Pending);
}

/// <summary>A voucher as its owner sees it.</summary>
/// <param name="Code">The plain code.</param>
/// <param name="ValueCents">What it is worth.</param>
/// <param name="LastDay">The last day it is good.</param>
/// <param name="Stores">The only stores it is good at; null for all.</param>
/// <param name="StoreNames">Those stores by name.</param>
/// <param name="MinimumPurchaseCents">What a purchase comes to at least; 0 for any.</param>
/// <param name="SingleUse">Whether it can be taken from once only.</param>
public sealed record EarnedVoucher(
    string Code, int ValueCents, DateOnly LastDay, StoreSet? Stores, string? StoreNames, int MinimumPurchaseCents, bool SingleUse)
{
    /// <summary>A voucher as it was issued.</summary>
    /// <param name="voucher">The voucher.</param>
    /// <param name="code">Its plain code.</param>
    /// <param name="storeNames">Its stores by name.</param>
    public static EarnedVoucher Of(Voucher voucher, string code, string? storeNames)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        return new EarnedVoucher(
            code, voucher.ValueCents, voucher.LastDay, voucher.Stores, storeNames, voucher.MinimumPurchaseCents, voucher.SingleUse);
    }
}

/// <summary>An entry as its owner sees it.</summary>
/// <param name="EntryId">In hex.</param>
/// <param name="DrawId">Of which draw.</param>
public sealed record EarnedEntry(string EntryId, string DrawId);
