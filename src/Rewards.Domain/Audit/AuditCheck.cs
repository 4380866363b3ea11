namespace Rewards.Domain.Audit;

/// <summary>What a check of the whole chain found. Never changed or deleted; the last one is what counts.</summary>
public sealed class AuditCheck
{
    /// <summary>The longest description of a fault.</summary>
    public const int FaultLength = 300;

    /// <summary>What <see cref="Fault"/> begins with where nothing is wrong but dates.</summary>
    public const string OfDates = "Dates: ";

    private AuditCheck()
    {
    }

    /// <summary>Takes down what was found.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="head">Where the chain ended.</param>
    /// <param name="fault">The first thing that does not agree, in English; null where all does.</param>
    /// <param name="startedAt">UTC.</param>
    /// <param name="finishedAt">UTC.</param>
    public AuditCheck(Guid id, AuditHead head, string? fault, DateTime startedAt, DateTime finishedAt)
    {
        Id = id;
        Links = head.Sequence;
        HeadHash = head.Hash.Bytes.ToArray();
        Fault = fault is { Length: > FaultLength } ? fault[..FaultLength] : fault;
        StartedAt = startedAt;
        FinishedAt = finishedAt;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>How many links there were.</summary>
    public long Links { get; private set; }

    /// <summary>The hash of the last one.</summary>
    public byte[] HeadHash { get; private set; } = [];

    /// <summary>What does not agree, in English: the first thing, and how many more. Null where all does.</summary>
    public string? Fault { get; private set; }

    /// <summary>Whether nothing is wrong but dates, which somebody may explain.</summary>
    public bool IsOfDates => Fault?.StartsWith(OfDates, StringComparison.Ordinal) == true;

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime FinishedAt { get; private set; }

    /// <summary>Where the chain ended.</summary>
    public AuditHead Head => Links == 0 ? AuditHead.None : new AuditHead(Links, Sweepstakes.Digest.FromBytes(HeadHash));
}
