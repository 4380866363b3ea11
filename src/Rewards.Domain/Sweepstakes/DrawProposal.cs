namespace Rewards.Domain.Sweepstakes;

/// <summary>What two officers do together.</summary>
public enum OfficerStep
{
    /// <summary>Settling the entries.</summary>
    Freeze = 1,

    /// <summary>Publishing the commitment.</summary>
    Commit = 2,
}

/// <summary>What became of a proposal.</summary>
public enum DrawProposalStatus
{
    /// <summary>It waits for another officer.</summary>
    Proposed = 1,

    /// <summary>Another officer has taken the step.</summary>
    Confirmed = 2,

    /// <summary>Another officer was against it.</summary>
    Declined = 3,

    /// <summary>Whoever proposed it took it back.</summary>
    Withdrawn = 4,
}

/// <summary>
/// A step of a draw that cannot be undone, proposed by one officer and taken as another confirms it. Of a sweepstakes and a step one
/// waits at most.
/// </summary>
public sealed class DrawProposal
{
    /// <summary>The longest <see cref="Reason"/>, in UTF-16 units.</summary>
    public const int ReasonLength = 300;

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
    {
        Id = id;
        SweepstakesId = sweepstakesId;
        Step = plan is null ? OfficerStep.Freeze : OfficerStep.Commit;
        (Round, Description, DueAt) = (plan?.Round, plan?.Description, plan?.DueAt);
        ProposedBy = proposedBy;
        ProposedAt = proposedAt;
        Status = DrawProposalStatus.Proposed;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

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

    /// <summary>By whom.</summary>
    public Guid ProposedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime ProposedAt { get; private set; }

    /// <summary>What became of it; concurrency token.</summary>
    public DrawProposalStatus Status { get; private set; }

    /// <summary>The other officer; who proposed it, where they took it back.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was declined.</summary>
    public string? Reason { get; private set; }

    /// <summary>The same for all that wait, its own name for each that was decided: what a unique index lets wait once.</summary>
    public Guid Waiting { get; private set; }

    /// <summary>The beacon of a proposed commitment; null for a freeze.</summary>
    public BeaconPlan? Plan => Step == OfficerStep.Freeze ? null
        : Description is null ? BeaconPlan.Drand(Round!.Value)
        : BeaconPlan.Ceremony(Description, DueAt!.Value);

    /// <summary>Takes down that another officer has taken the step; in the same save as the step.</summary>
    public void Confirm(Guid by, DateTime at) => DecideByAnother(DrawProposalStatus.Confirmed, by, at);

    /// <summary>Takes down that another officer is against it.</summary>
    public void Decline(string reason, Guid by, DateTime at)
    {
        DecideByAnother(DrawProposalStatus.Declined, by, at);
        Reason = reason;
    }

    /// <summary>Takes it back: whoever proposed it may, while nobody has decided.</summary>
    public void Withdraw(DateTime at) => Decide(DrawProposalStatus.Withdrawn, ProposedBy, at);

    private void DecideByAnother(DrawProposalStatus status, Guid by, DateTime at)
    {
        if (by == ProposedBy)
        {
            throw new InvalidOperationException("Another officer decides; the use case looks first.");
        }

        Decide(status, by, at);
    }

    private void Decide(DrawProposalStatus status, Guid by, DateTime at)
    {
        if (Status != DrawProposalStatus.Proposed)
        {
            throw new InvalidOperationException("It is decided once; the use case looks first.");
        }

        (Status, DecidedBy, DecidedAt, Waiting) = (status, by, at, Id);
    }
}
