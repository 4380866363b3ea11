namespace Rewards.Domain.Sweepstakes;

/// <summary>A line of a draw's <c>dispositions.jsonl</c> as it was recorded (docs/draw-protocol.md §10). Appended only; never changed or deleted.</summary>
public sealed class RecordedDisposition
{
    private RecordedDisposition()
    {
    }

    /// <summary>Takes a line down.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="number">Its place in the chain, from 1.</param>
    /// <param name="claim">What was lost by it.</param>
    /// <param name="evidenceId">What speaks for it.</param>
    /// <param name="line">The line, after the one before it.</param>
    public RecordedDisposition(Guid id, int number, PrizeClaim claim, Guid evidenceId, Disposition line)
    {
        Id = id;
        SweepstakesId = claim.SweepstakesId;
        Number = number;
        ClaimId = claim.Id;
        EntryId = claim.EntryId;
        EvidenceId = evidenceId;
        Line = line.Line;
        Hash = line.Hash.Bytes.ToArray();
        RecordedAt = line.At.UtcDateTime;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>Of which sweepstakes.</summary>
    public int SweepstakesId { get; private set; }

    /// <summary>Its place in the chain, from 1; unique in the sweepstakes.</summary>
    public int Number { get; private set; }

    /// <summary>What was lost by it; unique.</summary>
    public Guid ClaimId { get; private set; }

    /// <summary>The entry; 16 bytes.</summary>
    public byte[] EntryId { get; private set; } = [];

    /// <summary>What speaks for it.</summary>
    public Guid EvidenceId { get; private set; }

    /// <summary>The line of <c>dispositions.jsonl</c>, as it is, without the line feed.</summary>
    public string Line { get; private set; } = "";

    /// <summary>Its hash: what the next one carries; 32 bytes.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>UTC, whole seconds.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>The line, read.</summary>
    /// <exception cref="InvalidOperationException">It is none: somebody changed the row.</exception>
    public Disposition Read() => Disposition.TryParse(System.Text.Encoding.UTF8.GetBytes(Line), out var line)
        ? line
        : throw new InvalidOperationException($"Disposition {Number} of sweepstakes {SweepstakesId} cannot be read.");
}
