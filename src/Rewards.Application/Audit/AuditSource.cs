using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Audit;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Audit;

/// <summary>Where rows of one kind come from, and what of them is hashed.</summary>
internal abstract class AuditSource(AuditKind kind)
{
    public AuditKind Kind => kind;

    /// <summary>Rows without a link, in the order of their ids.</summary>
    /// <param name="db">Where.</param>
    /// <param name="after">Those with greater ids; null for all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public abstract Task<List<AuditedRow>> UnlinkedAsync(RewardsDb db, Guid? after, int most, CancellationToken cancellationToken);

    /// <summary>Those of some rows that are there.</summary>
    public abstract Task<List<AuditedRow>> ReadAsync(RewardsDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
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
}

/// <summary>Rows whose primary key is their id.</summary>
internal sealed class AuditSource<TRow>(
    AuditKind kind, Func<RewardsDb, IQueryable<Audited<TRow>>> rows, Action<Audited<TRow>, AuditContent> write) : AuditSource(kind)
{
    public override Task<List<AuditedRow>> UnlinkedAsync(RewardsDb db, Guid? after, int most, CancellationToken cancellationToken)
    {
        var kind = Kind;
        var unlinked = rows(db).Where(a => !db.AuditLinks.Any(l => l.Kind == kind && l.SubjectId == a.Id));
        return HashAsync((after is { } id ? unlinked.Where(a => a.Id > id) : unlinked).OrderBy(a => a.Id).Take(most), cancellationToken);
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
    public override async Task<List<AuditedRow>> UnlinkedAsync(RewardsDb db, Guid? after, int most, CancellationToken cancellationToken)
    {
        var unlinked = new List<AuditedRow>();
        var last = (after ?? Guid.Empty).ToByteArray(bigEndian: true);
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
