using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Audit;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Audit;

/// <summary>Where rows of one kind come from, and what of them is hashed.</summary>
internal abstract class AuditSource(AuditKind kind)
{
    public AuditKind Kind => kind;

    /// <summary>Rows without a link, in the order in which they were written (of ids, where the database does not sort them by time).</summary>
    /// <param name="db">Where.</param>
    /// <param name="from">From where on.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public abstract Task<List<AuditedRow>> UnlinkedAsync(RewardsDb db, AuditPlace from, int most, CancellationToken cancellationToken);

    /// <summary>Those of some rows that are there.</summary>
    public abstract Task<List<AuditedRow>> ReadAsync(RewardsDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}

/// <summary>From where on rows are looked for.</summary>
/// <param name="Since">Those written from then on, UTC; null for all.</param>
/// <param name="After">Those behind this one; null for none.</param>
internal readonly record struct AuditPlace(DateTime? Since, AuditedRow? After)
{
    /// <summary>Every row.</summary>
    public static AuditPlace Start => default;

    /// <summary>The id behind which they are, where ids begin with their time.</summary>
    public Guid? Id => After?.Id ?? (Since is { } since ? AuditedRow.FirstIdOf(since) : null);
}

/// <summary>A row with what else is hashed with it.</summary>
internal sealed class Audited<TRow>
{
    public Guid Id { get; init; }

    public required TRow Row { get; init; }

    public Award? Award { get; init; }

    public Voucher? Voucher { get; init; }

    public Domain.Staff.ApiKey? Key { get; init; }

    public FuelPointAdjustment? Adjustment { get; init; }

    public Promotion? Promotion { get; init; }

    public Shopper? Shopper { get; init; }

    public OfflineRedemption? Offline { get; init; }
}

/// <summary>Rows whose primary key is their id.</summary>
internal sealed class AuditSource<TRow>(
    AuditKind kind, Func<RewardsDb, IQueryable<Audited<TRow>>> rows, Action<Audited<TRow>, AuditContent> write) : AuditSource(kind)
{
    public override Task<List<AuditedRow>> UnlinkedAsync(RewardsDb db, AuditPlace from, int most, CancellationToken cancellationToken)
    {
        var kind = Kind;
        var unlinked = rows(db).Where(a => !db.AuditLinks.Any(l => l.Kind == kind && l.SubjectId == a.Id));
        return HashAsync((from.Id is { } id ? unlinked.Where(a => a.Id > id) : unlinked).OrderBy(a => a.Id).Take(most), cancellationToken);
    }

    public override Task<List<AuditedRow>> ReadAsync(RewardsDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        HashAsync(rows(db).Where(a => ids.Contains(a.Id)), cancellationToken);

    private async Task<List<AuditedRow>> HashAsync(IQueryable<Audited<TRow>> found, CancellationToken cancellationToken)
    {
        var content = new AuditContent();
        return [.. (await found.AsNoTracking().ToListAsync(cancellationToken)).Select(Hash)];

        AuditedRow Hash(Audited<TRow> audited)
        {
            write(audited, content.Begin(Kind));
            return new AuditedRow(Kind, audited.Id, content.Hash());
        }
    }
}

/// <summary>Entries of sweepstakes, whose ids are 16 bytes: what of them is linked is looked up page by page.</summary>
internal sealed class EntrySource() : AuditSource(AuditKind.SweepstakesEntry)
{
    public override async Task<List<AuditedRow>> UnlinkedAsync(RewardsDb db, AuditPlace from, int most, CancellationToken cancellationToken)
    {
        var unlinked = new List<AuditedRow>();
        var last = (from.Id ?? Guid.Empty).ToByteArray(bigEndian: true);
        while (true)
        {
            var ids = await db.SweepstakesEntries.Where(e => Sql.IsAfter(e.Id, last)).OrderBy(e => e.Id).Select(e => e.Id).Take(most)
                .ToListAsync(cancellationToken);
            var subjects = ids.ConvertAll(id => new Guid(id, bigEndian: true));
            var linked = await db.AuditLinks.Where(l => l.Kind == AuditKind.SweepstakesEntry && subjects.Contains(l.SubjectId))
                .Select(l => l.SubjectId).ToListAsync(cancellationToken);
            var missing = subjects.Except(linked).ToList();
            if (missing.Count > 0)
            {
                unlinked.AddRange((await ReadAsync(db, missing, cancellationToken)).OrderBy(r => r.Id.ToString("N"), StringComparer.Ordinal));
            }

            if (ids.Count < most || unlinked.Count >= most)
            {
                return unlinked;
            }

            last = ids[^1];
        }
    }

    public override async Task<List<AuditedRow>> ReadAsync(RewardsDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var keys = ids.Select(id => id.ToByteArray(bigEndian: true)).ToList();
        var content = new AuditContent();
        var found = await (
            from entry in db.SweepstakesEntries.AsNoTracking()
            where keys.Contains(entry.Id)
            from award in db.Awards.Where(a => a.Id == entry.AwardId).DefaultIfEmpty()
            select new { Entry = entry, Award = award }).ToListAsync(cancellationToken);
        return [.. found.Select(f => new AuditedRow(Kind, new Guid(f.Entry.Id, bigEndian: true), Hash(f.Entry, f.Award)))];

        Digest Hash(SweepstakesEntry entry, Award? award)
        {
            content.Begin(Kind).Bytes(entry.Id).Number(entry.SweepstakesId).Id(entry.ShopperId).Number((int)entry.Source).Day(entry.EnteredOn);
            AuditSources.Write(award, content);
            return content.Hash();
        }
    }
}

/// <summary>What desks took without network: their ids are the desks' own and say nothing of time; when they arrived does.</summary>
internal sealed class OfflineSource() : AuditSource(AuditKind.OfflineRedemption)
{
    public override Task<List<AuditedRow>> UnlinkedAsync(RewardsDb db, AuditPlace from, int most, CancellationToken cancellationToken)
    {
        var unlinked = db.OfflineRedemptions.Where(r => !db.AuditLinks.Any(l => l.Kind == AuditKind.OfflineRedemption && l.SubjectId == r.Id));
        if (from.Since is { } since)
        {
            // Of those that were taken the redemption's id says when; the exceptions are few.
            var first = AuditedRow.FirstIdOf(since);
            unlinked = unlinked.Where(r => r.RedemptionId > first || (r.RedemptionId == null && r.ReceivedAt >= since));
        }

        if (from.After is { MadeAt: var at, Id: var id })
        {
            unlinked = unlinked.Where(r => r.ReceivedAt > at || (r.ReceivedAt == at && r.Id > id));
        }

        return HashAsync(unlinked.OrderBy(r => r.ReceivedAt).ThenBy(r => r.Id).Take(most), cancellationToken);
    }

    public override Task<List<AuditedRow>> ReadAsync(RewardsDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        HashAsync(db.OfflineRedemptions.Where(r => ids.Contains(r.Id)), cancellationToken);

    private async Task<List<AuditedRow>> HashAsync(IQueryable<OfflineRedemption> rows, CancellationToken cancellationToken)
    {
        var content = new AuditContent();
        return [.. (await rows.AsNoTracking().ToListAsync(cancellationToken)).Select(r => new AuditedRow(Kind, r.Id, Hash(r)) { MadeAt = r.ReceivedAt })];

        Digest Hash(OfflineRedemption row) => content.Begin(Kind).Id(row.Id).Id(row.VoucherId).Text(row.VoucherEnding).Id(row.DeskId).Number(row.StoreNumber)
            .Id(row.ActorId).Id(row.StaffId).Number(row.Register).Text(row.Cashier).Number(row.AmountCents).Instant(row.HappenedAt).Instant(row.ReceivedAt)
            .Bytes(row.RequestHash).Id(row.RedemptionId).Text(row.ReasonCode).Hash();
    }
}
