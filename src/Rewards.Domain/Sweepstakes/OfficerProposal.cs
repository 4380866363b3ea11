namespace Rewards.Domain.Sweepstakes;

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

/// <summary>What one officer proposes, and is done as another one confirms it. Of one thing one proposal waits at most.</summary>
public abstract class OfficerProposal
{
    /// <summary>The longest <see cref="Reason"/>, in UTF-16 units.</summary>
    public const int ReasonLength = 300;

    /// <summary>For the database.</summary>
    protected OfficerProposal()
    {
    }

    /// <summary>Proposes.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="proposedBy">The officer.</param>
    /// <param name="proposedAt">UTC.</param>
    protected OfficerProposal(Guid id, Guid proposedBy, DateTime proposedAt)
    {
        Id = id;
        ProposedBy = proposedBy;
        ProposedAt = proposedAt;
        Status = DrawProposalStatus.Proposed;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

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

    /// <summary>Takes down that another officer has taken it; in the same save as what is done.</summary>
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
