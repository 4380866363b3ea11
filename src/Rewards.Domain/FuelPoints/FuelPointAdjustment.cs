namespace Rewards.Domain.FuelPoints;

/// <summary>What became of a proposed adjustment.</summary>
public enum AdjustmentStatus
{
    /// <summary>It waits for another person.</summary>
    Proposed = 1,

    /// <summary>Posted.</summary>
    Approved = 2,

    /// <summary>Turned down.</summary>
    Declined = 3,

    /// <summary>Taken back by whoever proposed it.</summary>
    Withdrawn = 4,
}

/// <summary>
/// Points given or taken by hand: proposed by one person in the office with a reason, decided by another.
/// <see cref="Status"/> is its own concurrency token: it is decided once.
/// </summary>
public sealed class FuelPointAdjustment
{
    /// <summary>The longest reason.</summary>
    public const int ReasonLength = 200;

    /// <summary>The most points of one.</summary>
    public const int MostPoints = 10_000;

    private FuelPointAdjustment()
    {
    }

    /// <summary>Proposes.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="shopperId">Whose points.</param>
    /// <param name="points">Negative to take; not 0.</param>
    /// <param name="reason">In words.</param>
    /// <param name="proposedBy">By whom.</param>
    /// <param name="proposedAt">UTC.</param>
    public FuelPointAdjustment(Guid id, Guid shopperId, int points, string reason, Guid proposedBy, DateTime proposedAt)
    {
        ArgumentOutOfRangeException.ThrowIfZero(points);
        Id = id;
        ShopperId = shopperId;
        Points = points;
        Reason = reason;
        ProposedBy = proposedBy;
        ProposedAt = proposedAt;
        Status = AdjustmentStatus.Proposed;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose points.</summary>
    public Guid ShopperId { get; private set; }

    /// <summary>Negative to take.</summary>
    public int Points { get; private set; }

    /// <summary>In words.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>By whom.</summary>
    public Guid ProposedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime ProposedAt { get; private set; }

    /// <summary>What became of it.</summary>
    public AdjustmentStatus Status { get; private set; }

    /// <summary>The other person; who proposed it, where they took it back.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Decides it.</summary>
    public void Decide(AdjustmentStatus status, Guid by, DateTime at)
    {
        if (Status != AdjustmentStatus.Proposed || by == ProposedBy)
        {
            throw new InvalidOperationException("It is decided once and by another person; the use case looks first.");
        }

        (Status, DecidedBy, DecidedAt) = (status, by, at);
    }

    /// <summary>Takes it back: whoever proposed it may, while nobody has decided.</summary>
    public void Withdraw(DateTime at)
    {
        if (Status != AdjustmentStatus.Proposed)
        {
            throw new InvalidOperationException("It is withdrawn before it is decided; the use case looks first.");
        }

        (Status, DecidedBy, DecidedAt) = (AdjustmentStatus.Withdrawn, ProposedBy, at);
    }
}
