using System.Globalization;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Audit;

/// <summary>
/// Goes along the chain and notes what does not agree. Nothing stops it: after a fault it goes on from the link as it stands, and after a date
/// that does not fit with the clock of that link, so that one wrong clock hides nothing that comes behind it.
/// </summary>
/// <param name="key">The chain's.</param>
/// <param name="noted">Where the chain ended at some time; null where that was not noted.</param>
/// <param name="now">UTC.</param>
/// <param name="explained">Up to which link somebody has explained the dates; 0 for none.</param>
internal sealed class AuditWalk(byte[] key, AuditHead? noted, DateTime now, long explained)
{
    private bool _begun;
    private bool _broken;
    private DateTime _linkedAt;
    private DateTime _newest;

    /// <summary>The end of the chain as far as each link follows from the one before.</summary>
    public AuditHead Head { get; private set; } = AuditHead.None;

    /// <summary>The last link that was looked at.</summary>
    public AuditHead Last { get; private set; } = AuditHead.None;

    /// <summary>What was changed, put in or taken out.</summary>
    public AuditFindings Faults { get; } = new();

    /// <summary>Dates that do not fit.</summary>
    public AuditDates Dates { get; } = new();

    /// <summary>How many of those somebody has explained.</summary>
    public long Explained { get; private set; }

    /// <summary>Goes one page further.</summary>
    /// <param name="page">The next links.</param>
    /// <param name="rows">What they stand for, as far as it is there.</param>
    public void Take(IReadOnlyList<AuditLink> page, Dictionary<(AuditKind Kind, Guid Id), AuditedRow> rows)
    {
        foreach (var link in page)
        {
            var fault = FaultOf(link);
            if (fault is not null)
            {
                Faults.Add(fault);
                _broken = true;
            }

            TakeTime(link);
            TakeRow(link, rows);
            Last = link.Head;
            Head = _broken ? Head : Last;
        }
    }

    /// <summary>A kind and an id, in words.</summary>
    public static string Name(AuditKind kind, Guid id) => $"{Words(kind)} {(kind == AuditKind.SweepstakesEntry ? $"{id:n}" : $"{id}")}";

    /// <summary>An instant, in words.</summary>
    public static string When(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private string? FaultOf(AuditLink link)
    {
        var number = link.Sequence;
        return number != Last.Sequence + 1 ? $"link {Last.Sequence + 1} is missing: link {number} follows link {Last.Sequence}"
            : link.HashAfter(key, Last.Hash) != link.Head.Hash
                ? $"link {number} ({Name(link.Kind, link.SubjectId)}) does not follow from link {Last.Sequence}: one of them was changed or moved, or the chain was made with another Secrets:Pepper"
            : noted is { } head && head.Sequence == number && head.Hash != link.Head.Hash
                ? $"link {number} is not the one that was noted: the chain was made anew"
            : null;
    }

    private void TakeTime(AuditLink link)
    {
        if (link.At - now > SealAudit.Ahead)
        {
            Add(AuditDate.LinkAhead, link, $"link {link.Sequence} is dated {When(link.At)}, which is still to come");
        }

        if (_linkedAt - link.At > VerifyAudit.Late)
        {
            // From here on the clock of this link counts: what it finds older than that was put in later.
            Add(AuditDate.LinkBehind, link, $"link {link.Sequence} is dated {When(link.At)}, the ones before it {When(_linkedAt)}");
            _linkedAt = link.At;
            _newest = _newest < link.At ? _newest : link.At;
        }

        _linkedAt = link.At > _linkedAt ? link.At : _linkedAt;
    }

    private void TakeRow(AuditLink link, Dictionary<(AuditKind Kind, Guid Id), AuditedRow> rows)
    {
        if (link.Kind == AuditKind.Beginning)
        {
            _begun = true;
            return;
        }

        var name = Name(link.Kind, link.SubjectId);
        if (!rows.TryGetValue((link.Kind, link.SubjectId), out var row))
        {
            Faults.Add($"{name} is gone (link {link.Sequence}, {When(link.At)})");
            return;
        }

        if (row.Content != Digest.FromBytes(link.ContentHash))
        {
            Faults.Add($"{name} was changed after it was linked (link {link.Sequence}, {When(link.At)})");
            return;
        }

        if (row.MadeAt - link.At > SealAudit.Ahead)
        {
            Add(AuditDate.RowAhead, link, $"{name} says it was written {When(row.MadeAt)}, and was linked {When(link.At)} (link {link.Sequence})");
        }

        // What was there before the chain is in any order. Afterwards nothing is older than what was linked before it.
        if (_begun && _newest - row.MadeAt > VerifyAudit.Late)
        {
            Add(AuditDate.RowBehind, link, $"{name} says it was written {When(row.MadeAt)}, but was put in after others of {When(_newest)} (link {link.Sequence})");
        }

        // A row dated ahead says nothing of those behind it: no later than when it was linked.
        var made = row.MadeAt < link.At ? row.MadeAt : link.At;
        _newest = _begun && made > _newest ? made : _newest;
    }

    private void Add(AuditDate date, AuditLink link, string text)
    {
        if (link.Sequence <= explained)
        {
            Explained++;
        }
        else
        {
            Dates.Add(date, text);
        }
    }

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
        AuditKind.OfflineRedemption => "redemption without network",
        AuditKind.Shopper => "shopper",
        _ => $"row of kind {(int)kind}",
    };
}
