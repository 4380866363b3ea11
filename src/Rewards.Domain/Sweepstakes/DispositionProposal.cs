namespace Rewards.Domain.Sweepstakes;

/// <summary>That a prize is taken from whom it was offered to, proposed by one officer and done as another confirms it. Of a claim one waits at most.</summary>
public sealed class DispositionProposal : OfficerProposal
{
    private DispositionProposal()
    {
    }

    /// <summary>Proposes.</summary>
    /// <param name="claimId">Which claim.</param>
    /// <param name="evidence">What speaks for it; the proposal has its name.</param>
    /// <param name="proposedBy">The officer.</param>
    /// <param name="proposedAt">UTC.</param>
    public DispositionProposal(Guid claimId, DispositionEvidence evidence, Guid proposedBy, DateTime proposedAt)
        : base(evidence.Id, proposedBy, proposedAt)
    {
        ClaimId = claimId;
        EvidenceId = evidence.Id;
        Code = evidence.Code;
    }

    /// <summary>Which claim.</summary>
    public Guid ClaimId { get; private set; }

    /// <summary>Why (<see cref="DispositionReason"/>).</summary>
    public string Code { get; private set; } = "";

    /// <summary>What speaks for it.</summary>
    public Guid EvidenceId { get; private set; }
}
