using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Audit;

/// <summary>
/// Recomputes the whole chain: every link from the one before, what is linked from the rows as they stand, and that no row is without
/// a link. Stops at the first thing that does not agree and names it. Page by page: memory does not grow with the chain.
/// </summary>
public sealed class VerifyAudit(RewardsDb db, Vault vault, TimeProvider clock)
{
    /// <summary>How old a row may be without a link, and how much older than rows linked before it.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    private const int PageSize = 1_000;

    /// <summary>Verifies.</summary>
    /// <param name="noted">Where the chain ended at some time, as it was noted outside the database; null where nothing was.</param>
    /// <param name="show">Is told how many links were verified so far, of how many.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<AuditVerdict> RunAsync(AuditHead? noted, Action<long, long>? show, CancellationToken cancellationToken)
    {
        var last = await db.AuditLinks.AsNoTracking().MaxAsync(l => (long?)l.Sequence, cancellationToken) ?? 0;
        var chain = new Walk(vault.AuditKey.ToArray(), noted);
        while (chain.Head.Sequence < last)
        {
            var after = chain.Head.Sequence;
            var page = await db.AuditLinks.AsNoTracking().Where(l => l.Sequence > after).OrderBy(l => l.Sequence).Take(PageSize)
                .ToListAsync(cancellationToken);
            if (chain.FaultOf(page, await ReadAsync(page, cancellationToken)) is { } fault)
            {
                return new AuditVerdict(chain.Head, fault);
            }

            show?.Invoke(chain.Head.Sequence, last);
        }

        return new AuditVerdict(
            chain.Head,
            (noted is { } head && head.Sequence > last ? $"link {head.Sequence} was noted, and the chain ends with link {last}: its end was cut off" : null)
            ?? await UnlinkedAsync(cancellationToken)
            ?? await VoucherAsync(cancellationToken));
    }

    private async Task<Dictionary<(AuditKind, Guid), Digest>> ReadAsync(IReadOnlyList<AuditLink> page, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(AuditKind, Guid), Digest>();
        foreach (var group in page.GroupBy(l => l.Kind))
        {
            if (AuditSources.All.FirstOrDefault(s => s.Kind == group.Key) is not { } source)
            {
                continue;
            }

            foreach (var row in await source.ReadAsync(db, [.. group.Select(l => l.SubjectId)], cancellationToken))
            {
                found[(row.Kind, row.Id)] = row.Content;
            }
        }

        return found;
    }

    // Each source's rows are asked for by one statement: what is linked while it runs is not missed.
    private async Task<string?> UnlinkedAsync(CancellationToken cancellationToken)
    {
        var late = clock.GetUtcNow().UtcDateTime - Late;
        foreach (var source in AuditSources.All)
        {
            for (Guid? after = null; ;)
            {
                var rows = await source.UnlinkedAsync(db, after, PageSize, cancellationToken);
                if (rows.FirstOrDefault(r => r.MadeAt < late) is { Id: var id } row && id != Guid.Empty)
                {
                    return $"{Name(row.Kind, id)}, written {When(row.MadeAt)}, is in no link";
                }

                if (rows.Count < PageSize)
                {
                    break;
                }

                after = rows[^1].Id;
            }
        }

        return null;
    }

    // A balance is the one thing of value that moves in place: its lines say what it has to be.
    private async Task<string?> VoucherAsync(CancellationToken cancellationToken)
    {
        var wrong = await db.Vouchers.AsNoTracking()
            .Select(v => new
            {
                v.Id,
                v.BalanceCents,
                Booked = v.ValueCents - v.VoidedCents
                    - db.Redemptions.Where(r => r.VoucherId == v.Id).Sum(r => r.AmountCents)
                    + db.Reversals.Where(x => db.Redemptions.Any(r => r.Id == x.RedemptionId && r.VoucherId == v.Id)).Sum(x => x.AmountCents),
            })
            .Where(v => v.BalanceCents != v.Booked).OrderBy(v => v.Id).FirstOrDefaultAsync(cancellationToken);
        return wrong is null ? null : Invariant($"voucher {wrong.Id} has {wrong.BalanceCents} cents left, its lines make {wrong.Booked}");
    }

    private static string Name(AuditKind kind, Guid id) => $"{Words(kind)} {(kind == AuditKind.SweepstakesEntry ? $"{id:n}" : $"{id}")}";

    private static string Words(AuditKind kind) => kind switch
    {
        AuditKind.FuelPointPosting => "line of the fuel points' ledger",
        AuditKind.Voucher => "voucher",
        AuditKind.Redemption => "redemption",
        AuditKind.Reversal => "reversal",
        AuditKind.FuelRedemption => "fuel redemption",
        AuditKind.FuelRedemptionReversal => "reversal of a fuel redemption",
        AuditKind.Refund => "refund",
        AuditKind.SweepstakesEntry => "entry",
        AuditKind.ApiKey => "key",
        AuditKind.Act => "event",
        _ => $"row of kind {(int)kind}",
    };

    private static string When(DateTime utc) => Invariant($"{utc:yyyy-MM-dd HH:mm:ss} UTC");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // The chain as far as it was verified.
    private sealed class Walk(byte[] key, AuditHead? noted)
    {
        private bool _begun;
        private DateTime _linkedAt;
        private DateTime _newest;

        public AuditHead Head { get; private set; } = AuditHead.None;

        public string? FaultOf(IReadOnlyList<AuditLink> page, Dictionary<(AuditKind, Guid), Digest> rows)
        {
            foreach (var link in page)
            {
                if ((FaultOfLink(link) ?? FaultOfRow(link, rows)) is { } fault)
                {
                    return fault;
                }

                Head = link.Head;
            }

            return null;
        }

        private string? FaultOfLink(AuditLink link)
        {
            var number = link.Sequence;
            return number != Head.Sequence + 1 ? $"link {Head.Sequence + 1} is missing: link {number} follows link {Head.Sequence}"
                : link.HashAfter(key, Head.Hash) != link.Head.Hash
                    ? $"link {number} ({Name(link.Kind, link.SubjectId)}) does not follow from link {Head.Sequence}: one of them was changed or moved, or the chain was made with another Secrets:Pepper"
                : noted is { } head && head.Sequence == number && head.Hash != link.Head.Hash
                    ? $"link {number} is not the one that was noted: the chain was made anew"
                : _linkedAt - link.At > Late ? $"link {number} is dated {When(link.At)}, the ones before it {When(_linkedAt)}"
                : null;
        }

        private string? FaultOfRow(AuditLink link, Dictionary<(AuditKind, Guid), Digest> rows)
        {
            _linkedAt = link.At > _linkedAt ? link.At : _linkedAt;
            if (link.Kind == AuditKind.Beginning)
            {
                _begun = true;
                return null;
            }

            var name = Name(link.Kind, link.SubjectId);
            if (!rows.TryGetValue((link.Kind, link.SubjectId), out var content))
            {
                return $"{name} is gone (link {link.Sequence}, {When(link.At)})";
            }

            if (content != Digest.FromBytes(link.ContentHash))
            {
                return $"{name} was changed after it was linked (link {link.Sequence}, {When(link.At)})";
            }

            // What was there before the chain is in any order. Afterwards nothing is older than what was linked before it.
            var madeAt = AuditedRow.TimeOf(link.SubjectId);
            if (_begun && _newest - madeAt > Late)
            {
                return $"{name} says it was written {When(madeAt)}, but was put in after others of {When(_newest)} (link {link.Sequence})";
            }

            _newest = _begun && madeAt > _newest ? madeAt : _newest;
            return null;
        }
    }
}

/// <summary>What a verification found.</summary>
/// <param name="Head">The last link that agrees.</param>
/// <param name="Fault">The first thing that does not agree, in English; null where all does.</param>
public sealed record AuditVerdict(AuditHead Head, string? Fault);
