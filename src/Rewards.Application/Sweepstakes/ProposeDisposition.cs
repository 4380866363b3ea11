using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Proposes that a prize is taken from whom it was offered to, with the reason and what speaks for it; another officer then does it
/// (<see cref="ConfirmDisposition"/>) or declines. Of a claim one proposal waits: a unique index decides between two at once.
/// </summary>
public sealed class ProposeDisposition(RewardsDb db, DatabaseProvider provider, Vault vault, RecordAct record, TimeProvider clock)
{
    /// <summary>
    /// Proposes. Refuses with <c>disposition-reason-missing</c>, <c>evidence-note-invalid</c>, <c>prize-claim-unknown</c>, <c>prize-claim-settled</c>,
    /// <c>disposition-reason-untrue</c>, <c>draw-proposal-waiting</c>.
    /// </summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="claimId">The claim that was looked at.</param>
    /// <param name="form">Why.</param>
    /// <param name="officer">Who proposes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<DispositionProposal>> RunAsync(
        string? drawId, Guid claimId, DispositionForm form, Guid officer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Code is null || !DispositionReason.All.Contains(form.Code))
        {
            return new DispositionReasonMissing();
        }

        var note = string.Join(' ', (form.Note ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (!PlainText.IsOf(note, 1, DispositionEvidence.NoteLength))
        {
            return new EvidenceNoteInvalid();
        }

        if ((await db.FindClaimAsync(drawId, claimId, cancellationToken)).IsRefused(out var refusal, out var found))
        {
            return refusal;
        }

        var (sweepstakes, claim) = found;
        var now = clock.GetUtcNow();
        if (claim.RefusalToLose(form.Code, now.UtcDateTime) is { } reason)
        {
            return reason;
        }

        var evidence = Evidence(Guid.CreateVersion7(now), claimId, form.Code, note, form.File);
        var proposal = new DispositionProposal(claimId, evidence, officer, now.UtcDateTime);
        db.DispositionEvidence.Add(evidence);
        db.DispositionProposals.Add(proposal);
        Record(AuditAct.DispositionProposed, officer, sweepstakes, claim, proposal);
        return await db.SaveProposedAsync(provider, proposal, cancellationToken);
    }

    /// <summary>
    /// Declines. Refuses with <c>draw-proposal-reason-invalid</c>, <c>prize-claim-unknown</c>, <c>draw-proposal-unknown</c>, <c>draw-proposal-decided</c>,
    /// <c>draw-proposal-by-same-person</c>.
    /// </summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="proposalId">What was proposed.</param>
    /// <param name="reason">Why not, as typed.</param>
    /// <param name="officer">Who: another officer than who proposed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<DispositionProposal>> DeclineAsync(
        string? drawId, Guid proposalId, string? reason, Guid officer, CancellationToken cancellationToken)
    {
        if (OpenProposals.ReasonOf(reason).IsRefused(out var refusal, out var words)
            || (await db.FindProposalAsync(drawId, proposalId, cancellationToken)).IsRefused(out refusal, out var found)
            || found.Proposal.ToDecide(officer).IsRefused(out refusal, out var proposal))
        {
            return refusal;
        }

        proposal.Decline(words, officer, clock.GetUtcNow().UtcDateTime);
        Record(AuditAct.DispositionDeclined, officer, found.Sweepstakes, found.Claim, proposal);
        return await db.SaveDecidedAsync(proposal, cancellationToken);
    }

    /// <summary>
    /// Takes a proposal back. Refuses with <c>prize-claim-unknown</c>, <c>draw-proposal-unknown</c>, <c>draw-proposal-decided</c>,
    /// <c>draw-proposal-of-another</c>.
    /// </summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="proposalId">What was proposed.</param>
    /// <param name="officer">Who: whoever proposed it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<DispositionProposal>> WithdrawAsync(string? drawId, Guid proposalId, Guid officer, CancellationToken cancellationToken)
    {
        if ((await db.FindProposalAsync(drawId, proposalId, cancellationToken)).IsRefused(out var refusal, out var found)
            || found.Proposal.ToWithdraw(officer).IsRefused(out refusal, out var proposal))
        {
            return refusal;
        }

        proposal.Withdraw(clock.GetUtcNow().UtcDateTime);
        Record(AuditAct.DispositionWithdrawn, officer, found.Sweepstakes, found.Claim, proposal);
        return await db.SaveDecidedAsync(proposal, cancellationToken);
    }

    private DispositionEvidence Evidence(Guid id, Guid claimId, string code, string note, AttachedFile? file)
    {
        var row = id.ToByteArray(bigEndian: true);
        var document = DispositionEvidence.OfOfficers(id, claimId, code, note, file is null ? null : (file.Type, Digest.Of(file.Content)));
        return new DispositionEvidence(
            id, code, document, vault.SealBytes(document, row), file is null ? null : (file.Type, vault.SealBytes(file.Content, row)));
    }

    private void Record(AuditAct act, Guid officer, MonthlySweepstakes sweepstakes, PrizeClaim claim, DispositionProposal proposal) => record.Add(
        act,
        officer,
        AuditSubject.Of(sweepstakes.Id),
        ("name", sweepstakes.DrawId),
        ("prize", claim.Prize),
        ("turn", claim.Turn),
        ("code", proposal.Code),
        ("reason", proposal.Reason));
}

/// <summary>Why a prize is to be taken from whom it was offered to.</summary>
/// <param name="Code">One of <see cref="DispositionReason.All"/>, as sent.</param>
/// <param name="Note">What speaks for it, as typed; line ends count as blanks.</param>
/// <param name="File">A document or picture; null where there is none.</param>
public sealed record DispositionForm(string? Code, string? Note, AttachedFile? File = null);
