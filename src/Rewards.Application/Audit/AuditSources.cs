using Rewards.Data;
using Rewards.Domain.Audit;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Staff;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Audit;

/// <summary>
/// All that is linked, and of each kind the bytes that are hashed, as docs/audit.md has them. What of a row may still move (a
/// voucher's balance, a key's last use) is not among them.
/// </summary>
internal static class AuditSources
{
    public static IReadOnlyList<AuditSource> All { get; } =
    [
        new AuditSource<FuelPointPosting>(AuditKind.FuelPointPosting, Postings, WritePosting),
        new AuditSource<Voucher>(AuditKind.Voucher, Vouchers, WriteVoucher),
        new AuditSource<Redemption>(AuditKind.Redemption, db => db.Redemptions.Select(r => new Audited<Redemption> { Id = r.Id, Row = r }), WriteRedemption),
        new AuditSource<Reversal>(AuditKind.Reversal, db => db.Reversals.Select(r => new Audited<Reversal> { Id = r.Id, Row = r }), WriteReversal),
        new AuditSource<FuelRedemption>(
            AuditKind.FuelRedemption, db => db.FuelRedemptions.Select(r => new Audited<FuelRedemption> { Id = r.Id, Row = r }), WriteFuelRedemption),
        new AuditSource<FuelRedemptionReversal>(
            AuditKind.FuelRedemptionReversal,
            db => db.FuelRedemptionReversals.Select(r => new Audited<FuelRedemptionReversal> { Id = r.Id, Row = r }),
            WriteFuelReversal),
        new AuditSource<Refund>(AuditKind.Refund, db => db.Refunds.Select(r => new Audited<Refund> { Id = r.Id, Row = r }), WriteRefund),
        new EntrySource(),
        new AuditSource<ApiKey>(AuditKind.ApiKey, db => db.ApiKeys.Select(k => new Audited<ApiKey> { Id = k.Id, Row = k }), WriteKey),
        new AuditSource<AuditEvent>(AuditKind.Act, Acts, WriteAct),
        new OfflineSource(),
        new AuditSource<Shopper>(AuditKind.Shopper, db => db.Shoppers.Select(s => new Audited<Shopper> { Id = s.Id, Row = s }), WriteShopper),
    ];

    /// <summary>What gave a thing: one byte 0 where nothing did.</summary>
    public static void Write(Award? award, AuditContent content)
    {
        content.Id(award?.Id);
        if (award is not null)
        {
            content.Id(award.ResponseId).Number(award.PromotionId).Number((int)award.Kind).Number(award.Amount).Flag(award.ByTotal).Number(award.ForCents);
        }
    }

    private static IQueryable<Audited<FuelPointPosting>> Postings(RewardsDb db) =>
        from posting in db.FuelPointPostings
        from award in db.Awards.Where(a => a.Id == posting.AwardId).DefaultIfEmpty()
        select new Audited<FuelPointPosting> { Id = posting.Id, Row = posting, Award = award };

    private static void WritePosting(Audited<FuelPointPosting> audited, AuditContent content)
    {
        var row = audited.Row;
        content.Id(row.Id).Id(row.ShopperId).Number(row.LotNumber).Number(row.Sequence).Number((int)row.Kind).Number(row.Points)
            .Number(row.BalanceAfter).Id(row.AwardId).Id(row.FuelRedemptionId).Id(row.RefundId).Id(row.AdjustmentId).Instant(row.PostedAt);
        Write(audited.Award, content);
    }

    private static IQueryable<Audited<Voucher>> Vouchers(RewardsDb db) =>
        from voucher in db.Vouchers
        from award in db.Awards.Where(a => a.Id == voucher.AwardId).DefaultIfEmpty()
        select new Audited<Voucher> { Id = voucher.Id, Row = voucher, Award = award };

    private static void WriteVoucher(Audited<Voucher> audited, AuditContent content)
    {
        var row = audited.Row;
        content.Id(row.Id).Bytes(row.CodeHash).Number(row.ValueCents).Text(row.Stores?.Text).Number(row.MinimumPurchaseCents).Flag(row.SingleUse)
            .Id(row.AwardId).Id(row.ReplacesId).Instant(row.IssuedAt).Day(row.LastDay);
        Write(audited.Award, content);
    }

    private static void WriteRedemption(Audited<Redemption> audited, AuditContent content)
    {
        var row = audited.Row;
        content.Id(row.Id).Id(row.VoucherId).Number(row.AmountCents).Number(row.BalanceCents).Number(row.StoreNumber).Id(row.ActorId).Id(row.StaffId)
            .Number(row.Register).Text(row.Cashier).Text(row.IdempotencyKey).Bytes(row.RequestHash).Instant(row.At).Day(row.BusinessDay);
    }

    private static void WriteReversal(Audited<Reversal> audited, AuditContent content)
    {
        var row = audited.Row;
        content.Id(row.Id).Id(row.RedemptionId).Number(row.AmountCents).Number((int)row.Reason).Id(row.ActorId).Id(row.StaffId).Text(row.Supervisor)
            .Instant(row.At);
    }

    private static void WriteFuelRedemption(Audited<FuelRedemption> audited, AuditContent content)
    {
        var row = audited.Row;
        content.Id(row.Id).Id(row.ShopperId).Number(row.Points).Number(row.CentsPerGallon).Number(row.MaximumGallons).Number(row.PointsLeft)
            .Number(row.StoreNumber).Id(row.ActorId).Number(row.Register).Text(row.Cashier).Text(row.IdempotencyKey).Bytes(row.RequestHash).Instant(row.At).Day(row.BusinessDay);
    }

    private static void WriteFuelReversal(Audited<FuelRedemptionReversal> audited, AuditContent content)
    {
        var row = audited.Row;
        content.Id(row.Id).Id(row.FuelRedemptionId).Number((int)row.Reason).Id(row.ActorId).Text(row.Supervisor).Instant(row.At);
    }

    private static void WriteRefund(Audited<Refund> audited, AuditContent content)
    {
        var row = audited.Row;
        content.Id(row.Id).Number(row.ReceiptId).Number(row.Cents).Id(row.ActorId).Text(row.IdempotencyKey).Bytes(row.RequestHash)
            .Number((int)row.Policy).Number(row.PointsTaken).Number(row.PointsLeft).Instant(row.At);
    }

    private static void WriteKey(Audited<ApiKey> audited, AuditContent content)
    {
        var row = audited.Row;
        content.Id(row.Id).Text(row.Name).Text(row.Prefix).Bytes(row.Hash).Number(row.StoreNumber).Text(row.Scopes).Id(row.CreatedById)
            .Instant(row.CreatedAt);
    }

    // The card of who left an address comes later, by an act.
    private static void WriteShopper(Audited<Shopper> audited, AuditContent content)
    {
        var row = audited.Row;
        content.Id(row.Id).Text(row.Email).Text(row.Email is null ? row.LoyaltyCard : null).Instant(row.CreatedAt);
    }

    // What an act left on its subject, and nothing takes off again, is hashed with the act.
    private static IQueryable<Audited<AuditEvent>> Acts(RewardsDb db) =>
        from act in db.AuditEvents
        from voucher in db.Vouchers.Where(v => v.Id == act.SubjectId).DefaultIfEmpty()
        from key in db.ApiKeys.Where(k => k.Id == act.SubjectId).DefaultIfEmpty()
        from adjustment in db.FuelPointAdjustments.Where(a => a.Id == act.SubjectId).DefaultIfEmpty()
        from promotion in db.Promotions.Where(p => p.Id == act.SubjectNumber).DefaultIfEmpty()
        from shopper in db.Shoppers.Where(s => s.Id == act.SubjectId).DefaultIfEmpty()
        from offline in db.OfflineRedemptions.Where(r => r.Id == act.SubjectId).DefaultIfEmpty()
        select new Audited<AuditEvent>
        {
            Id = act.Id, Row = act, Voucher = voucher, Key = key, Adjustment = adjustment, Promotion = promotion, Shopper = shopper, Offline = offline,
        };

    private static void WriteAct(Audited<AuditEvent> audited, AuditContent content)
    {
        var row = audited.Row;
        content.Id(row.Id).Number((int)row.Act).Id(row.ActorId).Id(row.SubjectId).Number(row.SubjectNumber).Text(row.Detail).Instant(row.At);
        switch (row.Act)
        {
            case AuditAct.VoucherVoided or AuditAct.VoucherReissued when audited.Voucher is { } voucher:
                content.Instant(voucher.VoidedAt).Number(voucher.VoidedCents).Number((int?)voucher.VoidReason).Id(voucher.VoidedById);
                break;
            case AuditAct.ApiKeyRevoked when audited.Key is { } key:
                content.Instant(key.RevokedAt).Id(key.RevokedById);
                break;
            case AuditAct.AdjustmentProposed when audited.Adjustment is { } proposed:
                WriteProposal(proposed, content);
                break;
            case AuditAct.AdjustmentApproved or AuditAct.AdjustmentDeclined or AuditAct.AdjustmentWithdrawn when audited.Adjustment is { } decided:
                WriteProposal(decided, content);
                content.Number((int)decided.Status).Id(decided.DecidedBy).Instant(decided.DecidedAt);
                break;
            case AuditAct.PromotionPublished when audited.Promotion is { } promotion:
                content.Text(promotion.Key).Number((int)promotion.Kind).Text(promotion.Rule).Day(promotion.StartsOn)
                    .Day(promotion.EndsOn).Text(promotion.Group).Number(promotion.Priority).Flag(promotion.Stacks);
                break;
            case AuditAct.CardLinked when audited.Shopper is { } shopper:
                content.Text(shopper.LoyaltyCard);
                break;
            case AuditAct.OfflineExceptionResolved when audited.Offline is { } offline:
                content.Number((int?)offline.Resolution).Text(offline.Note).Id(offline.ResolvedById).Instant(offline.ResolvedAt);
                break;
            default:
                // The others leave nothing that stays as it is.
                break;
        }
    }

    private static void WriteProposal(FuelPointAdjustment adjustment, AuditContent content) => content
        .Id(adjustment.ShopperId).Number(adjustment.Points).Text(adjustment.Reason).Id(adjustment.ProposedBy).Instant(adjustment.ProposedAt);
}
