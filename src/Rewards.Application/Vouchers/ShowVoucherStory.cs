using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>A voucher's whole story for the office: what it was issued for, on which terms, who took from it, how it ended. Never its code.</summary>
public sealed class ShowVoucherStory(RewardsDb db, ReferenceData reference, ChainSettings chain, TimeProvider clock)
{
    /// <summary>Redemptions on a page.</summary>
    public const int OnPage = 20;

    /// <summary>Shows it; null where there is no such voucher.</summary>
    /// <param name="id">Which.</param>
    /// <param name="page">Of the redemptions, from 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<VoucherStory?> RunAsync(Guid id, int page, CancellationToken cancellationToken)
    {
        var found = await (
            from voucher in db.Vouchers.AsNoTracking()
            where voucher.Id == id
            from award in db.Awards.Where(a => a.Id == voucher.AwardId).DefaultIfEmpty()
            from response in db.Responses.Where(r => r.Id == award.ResponseId).DefaultIfEmpty()
            from promotion in db.Promotions.Where(p => p.Id == award.PromotionId).DefaultIfEmpty()
            from shopper in db.Shoppers.Where(s => s.Id == voucher.ShopperId).DefaultIfEmpty()
            from holder in db.Users.Where(u => u.Id == voucher.HeldBy).DefaultIfEmpty()
            from till in db.ApiKeys.Where(k => k.Id == voucher.HeldBy).DefaultIfEmpty()
            from voider in db.Users.Where(u => u.Id == voucher.VoidedById).DefaultIfEmpty()
            from replaced in db.Vouchers.Where(v => v.Id == voucher.ReplacesId).DefaultIfEmpty()
            from replacement in db.Vouchers.Where(v => v.ReplacesId == voucher.Id).DefaultIfEmpty()
            select new
            {
                Voucher = voucher,
                Award = award == null ? null : new { award.Reason, award.ReasonNumber, award.ReasonDays },
                Response = response == null ? null : new { response.Id, response.Reference, response.StoreNumber },
                Promotion = promotion.Name,
                Shopper = shopper == null ? null : new { shopper.Id, shopper.Email, shopper.LoyaltyCard },
                HeldBy = holder.UserName,
                HeldByTill = till.Name,
                VoidedBy = voider.UserName,
                Replaces = replaced == null ? null : new LinkedVoucher(replaced.Id, replaced.Ending),
                ReplacedBy = replacement == null ? null : new LinkedVoucher(replacement.Id, replacement.Ending),
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var stores = (await reference.GetAsync(cancellationToken)).Stores;
        var (now, it) = (clock.GetUtcNow().UtcDateTime, found.Voucher);
        return new VoucherStory(
            ListedVoucher.Of(it, Zone.DayOf(now, chain.TimeZone)),
            it.MinimumPurchaseCents,
            it.SingleUse,
            it.Stores is { } only ? [.. only.Numbers.Select(NameOf)] : null,
            found is { Response: { } feedback, Award: { } given }
                ? new VoucherSource(
                    feedback.Id, feedback.Reference ?? "", NameOf(feedback.StoreNumber), found.Promotion, new Why(given.Reason, given.ReasonNumber, given.ReasonDays))
                : null,
            found.Shopper is { } owner ? new VoucherOwner(owner.Id, Shopper.MaskedName(owner.Email, owner.LoyaltyCard), owner.Email is not null) : null,
            it.Terms.IsHeldAt(now) ? new VoucherHold(it.HeldUntil!.Value, Actor.Of(it.HeldBy, found.HeldBy, found.HeldByTill)) : null,
            it is { VoidedAt: { } at, VoidReason: { } reason } ? new VoucherVoiding(at, it.VoidedCents, reason, found.VoidedBy ?? "") : null,
            found.Replaces,
            found.ReplacedBy,
            await UsesAsync(id, page, NameOf, cancellationToken));

        string NameOf(int number) => stores.TryGetValue(number, out var store) ? store.Name : $"{number}";
    }

    private async Task<ListPage<VoucherTaking>> UsesAsync(Guid id, int page, Func<int, string> nameOf, CancellationToken cancellationToken)
    {
        var rows = await (
            from redemption in db.Redemptions.AsNoTracking()
            where redemption.VoucherId == id
            from staff in db.Users.Where(u => u.Id == redemption.StaffId).DefaultIfEmpty()
            from till in db.ApiKeys.Where(k => k.Id == redemption.ActorId).DefaultIfEmpty()
            from reversal in db.Reversals.Where(r => r.RedemptionId == redemption.Id).DefaultIfEmpty()
            from supervisor in db.Users.Where(u => u.Id == reversal.StaffId).DefaultIfEmpty()
            orderby redemption.At descending, redemption.Id descending
            select new
            {
                redemption.At,
                redemption.StoreNumber,
                redemption.Register,
                redemption.StaffId,
                By = staff.UserName,
                redemption.Cashier,
                Till = till.Name,
                redemption.AmountCents,
                redemption.BalanceCents,
                UndoneAt = (DateTime?)reversal.At,
                UndoneById = (Guid?)reversal.StaffId,
                UndoneBy = supervisor.UserName,
                reversal.Supervisor,
                Reason = (ReversalReason?)reversal.Reason,
            }).ToPageAsync(page, OnPage, cancellationToken);
        return rows.Of(r => new VoucherTaking(
            r.At,
            nameOf(r.StoreNumber),
            r.Register,
            Actor.Of(r.StaffId, r.By, r.Cashier),
            r.Till,
            r.AmountCents,
            r.BalanceCents,
            r.UndoneAt is { } at ? new UndoneLine(at, Actor.Of(r.UndoneById, r.UndoneBy, r.Supervisor), r.Reason!.Value) : null));
    }
}

/// <summary>A voucher's story.</summary>
/// <param name="Voucher">What it is.</param>
/// <param name="MinimumPurchaseCents">0 for any.</param>
/// <param name="SingleUse">Whether it can be taken from once only.</param>
/// <param name="Stores">The only ones it is good at, by name; null for all.</param>
/// <param name="Source">What it was issued for; null of one that replaces another.</param>
/// <param name="Owner">Whose wallet it stands in; null for none.</param>
/// <param name="Hold">Who has reserved it now; null for nobody.</param>
/// <param name="Voiding">How it was made void; null where it was not.</param>
/// <param name="Replaces">The lost one that it was issued for.</param>
/// <param name="ReplacedBy">What was issued for it.</param>
/// <param name="Takings">The latest first.</param>
public sealed record VoucherStory(
    ListedVoucher Voucher,
    int MinimumPurchaseCents,
    bool SingleUse,
    IReadOnlyList<string>? Stores,
    VoucherSource? Source,
    VoucherOwner? Owner,
    VoucherHold? Hold,
    VoucherVoiding? Voiding,
    LinkedVoucher? Replaces,
    LinkedVoucher? ReplacedBy,
    ListPage<VoucherTaking> Takings);

/// <summary>What a voucher was issued for.</summary>
/// <param name="ResponseId">The feedback.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="StoreName">The store it is about.</param>
/// <param name="Promotion">As the office calls it.</param>
/// <param name="Why">Why it was given.</param>
public sealed record VoucherSource(Guid ResponseId, string Reference, string StoreName, string Promotion, Why Why);

/// <summary>Whose wallet a voucher stands in.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">Masked.</param>
/// <param name="HasEmail">Whether they can be written to.</param>
public sealed record VoucherOwner(Guid Id, string Name, bool HasEmail);

/// <summary>A hold.</summary>
/// <param name="Until">UTC.</param>
/// <param name="By">The till's key or the colleague.</param>
public sealed record VoucherHold(DateTime Until, Actor By);

/// <summary>How a voucher was made void.</summary>
/// <param name="At">UTC.</param>
/// <param name="Cents">What was left on it.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">What they sign in with.</param>
public sealed record VoucherVoiding(DateTime At, int Cents, VoidReason Reason, string By);

/// <summary>Another voucher.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Ending">The last group of its code.</param>
public sealed record LinkedVoucher(Guid Id, string Ending);

/// <summary>A taking from a voucher.</summary>
/// <param name="At">UTC.</param>
/// <param name="StoreName">Where.</param>
/// <param name="Register">At which register, where it was said.</param>
/// <param name="By">The colleague, or the cashier as the till names them.</param>
/// <param name="Till">The till's key; null at the desk.</param>
/// <param name="AmountCents">What was taken.</param>
/// <param name="BalanceCents">What was left after it.</param>
/// <param name="Undone">How it was undone; null where it was not.</param>
public sealed record VoucherTaking(
    DateTime At, string StoreName, int? Register, Actor By, string? Till, int AmountCents, int BalanceCents, UndoneLine? Undone);
