namespace Rewards.Domain.Sweepstakes;

/// <summary>What two officers do together.</summary>
public enum OfficerStep
{
    /// <summary>Settling the entries.</summary>
    Freeze = 1,

    /// <summary>Publishing the commitment.</summary>
    Commit = 2,
}

/// <summary>
/// A step of a draw that cannot be undone, proposed by one officer and taken as another confirms it. Of a sweepstakes and a step one
/// waits at most.
/// </summary>
public sealed class DrawProposal : OfficerProposal
{
    private DrawProposal()
    {
    }

    /// <summary>Proposes.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="sweepstakesId">Of which.</param>
    /// <param name="plan">The beacon, to propose the commitment; null to propose the freeze.</param>
    /// <param name="proposedBy">The officer.</param>
    /// <param name="proposedAt">UTC.</param>
    public DrawProposal(Guid id, int sweepstakesId, BeaconPlan? plan, Guid proposedBy, DateTime proposedAt)
        : base(id, proposedBy, proposedAt)
    {
        SweepstakesId = sweepstakesId;
        Step = plan is null ? OfficerStep.Freeze : OfficerStep.Commit;
        (Round, Description, DueAt) = (plan?.Round, plan?.Description, plan?.DueAt);
    }

    /// <summary>Of which sweepstakes.</summary>
    public int SweepstakesId { get; private set; }

    /// <summary>What is proposed.</summary>
    public OfficerStep Step { get; private set; }

    /// <summary>The beacon's round of a proposed commitment; 0 for a ceremony.</summary>
    public long? Round { get; private set; }

    /// <summary>Of a ceremony: where the value comes from.</summary>
    public string? Description { get; private set; }

    /// <summary>When the value of a proposed commitment is due, UTC.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>The beacon of a proposed commitment; null for a freeze.</summary>
    public BeaconPlan? Plan => Step == OfficerStep.Freeze ? null
        : Description is null ? BeaconPlan.Drand(Round!.Value)
        : BeaconPlan.Ceremony(Description, DueAt!.Value);
}
