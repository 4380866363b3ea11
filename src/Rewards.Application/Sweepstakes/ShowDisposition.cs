using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>Who has a prize now, and what is proposed of it: for the two officers who may take it away.</summary>
public sealed class ShowDisposition(RewardsDb db, Vault vault)
{
    /// <summary>Finds it; null where there is no such prize, or it was never offered.</summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="prize">The line of <c>prizes.txt</c>, from 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<DisposablePrize?> RunAsync(string? drawId, int prize, CancellationToken cancellationToken)
    {
        var found = await (
            from sweepstakes in db.Sweepstakes.AsNoTracking().WithDrawId(drawId)
            join claim in db.PrizeClaims on sweepstakes.Id equals claim.SweepstakesId
            where claim.Prize == prize
            join shopper in db.Shoppers on claim.ShopperId equals shopper.Id
            orderby claim.Turn descending
            select new
            {
                sweepstakes.DrawId,
                sweepstakes.Prizes,
                Claim = claim,
                shopper.FirstName,
                shopper.LastName,
                shopper.Town,
                shopper.Email,
            }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var proposals = await (
            from proposal in db.DispositionProposals.AsNoTracking()
            where proposal.ClaimId == found.Claim.Id && proposal.Status != DrawProposalStatus.Withdrawn
            join evidence in db.DispositionEvidence on proposal.EvidenceId equals evidence.Id
            orderby proposal.ProposedAt descending
            select new { Proposal = proposal, evidence.SealedDocument, evidence.FileType }).Take(1).ToListAsync(cancellationToken);
        var latest = proposals.SingleOrDefault();
        return new DisposablePrize(
            found.DrawId,
            prize,
            found.Prizes.Split('\n')[prize - 1],
            found.Claim.Id,
            found.Claim.Turn,
            found.Claim.Status,
            found.Claim.MayBeLost,
            found.Claim.EntryId,
            found.FirstName is null ? null : $"{found.FirstName} {found.LastName}",
            found.Town,
            found.Email,
            found.Claim.AnswerBy,
            latest is null ? null : new ProposedDisposition(
                latest.Proposal.Id,
                latest.Proposal.Status,
                latest.Proposal.Code,
                NoteOf(vault.UnsealBytes(latest.SealedDocument, latest.Proposal.EvidenceId.ToByteArray(bigEndian: true))),
                latest.FileType,
                await db.OfficerAsync(latest.Proposal.ProposedBy, cancellationToken),
                latest.Proposal.ProposedAt,
                latest.Proposal.DecidedBy is { } by ? await db.OfficerAsync(by, cancellationToken) : null,
                latest.Proposal.Reason),
            await BeforeAsync(found.Claim.SweepstakesId, prize, cancellationToken));
    }

    private async Task<IReadOnlyList<HolderBefore>> BeforeAsync(int sweepstakesId, int prize, CancellationToken cancellationToken)
    {
        var rows = await (
            from claim in db.PrizeClaims.AsNoTracking()
            where claim.SweepstakesId == sweepstakesId && claim.Prize == prize
            join disposition in db.RecordedDispositions on claim.Id equals disposition.ClaimId
            join evidence in db.DispositionEvidence on disposition.EvidenceId equals evidence.Id
            from proposal in db.DispositionProposals.Where(p => p.EvidenceId == evidence.Id).DefaultIfEmpty()
            orderby claim.Turn
            select new { claim.Turn, claim.EntryId, evidence.Code, evidence.Id, evidence.FileType, disposition.RecordedAt, Proposal = proposal })
            .Take(ShowDraw.PageSize).ToListAsync(cancellationToken);
        var before = new List<HolderBefore>();
        foreach (var row in rows)
        {
            before.Add(new HolderBefore(
                row.Turn,
                row.EntryId,
                row.Code,
                row.Id,
                row.FileType,
                row.Proposal is null ? null : await db.OfficerAsync(row.Proposal.ProposedBy, cancellationToken),
                row.Proposal is null ? null : await db.OfficerAsync(row.Proposal.DecidedBy!.Value, cancellationToken),
                row.RecordedAt));
        }

        return before;
    }

    private static string NoteOf(byte[] document)
    {
        using var json = JsonDocument.Parse(document);
        return json.RootElement.GetProperty("note").GetString()!;
    }
}

/// <summary>A prize that may be taken from whom it was offered to.</summary>
/// <param name="DrawId">Which month.</param>
/// <param name="Number">The line of <c>prizes.txt</c>, from 1.</param>
/// <param name="Prize">That line (<see cref="PrizeName"/>).</param>
/// <param name="ClaimId">The claim that counts.</param>
/// <param name="Turn">1 for the winner as drawn.</param>
/// <param name="Status">Where the claim stands.</param>
/// <param name="MayBeLost">Whether it can be taken.</param>
/// <param name="EntryId">16 bytes.</param>
/// <param name="Name">If given.</param>
/// <param name="Town">If given.</param>
/// <param name="Email">If given.</param>
/// <param name="AnswerBy">UTC, exclusive; null until the person is told.</param>
/// <param name="Proposal">What waits for another officer, or was declined last.</param>
/// <param name="Before">Who had it and lost it, the first of them first.</param>
public sealed record DisposablePrize(
    string DrawId,
    int Number,
    string Prize,
    Guid ClaimId,
    int Turn,
    PrizeClaimStatus Status,
    bool MayBeLost,
    byte[] EntryId,
    string? Name,
    string? Town,
    string? Email,
    DateTime? AnswerBy,
    ProposedDisposition? Proposal,
    IReadOnlyList<HolderBefore> Before);

/// <summary>Somebody who had a prize and lost it.</summary>
/// <param name="Turn">1 for the winner as drawn.</param>
/// <param name="EntryId">16 bytes.</param>
/// <param name="Code">Why (<see cref="DispositionReason"/>).</param>
/// <param name="EvidenceId">What speaks for it.</param>
/// <param name="FileType">Of the file beside it; null where there is none.</param>
/// <param name="ProposedBy">Who proposed it; null where the rules alone decided.</param>
/// <param name="ConfirmedBy">Who did it.</param>
/// <param name="At">UTC.</param>
public sealed record HolderBefore(
    int Turn, byte[] EntryId, string Code, Guid EvidenceId, string? FileType, Officer? ProposedBy, Officer? ConfirmedBy, DateTime At);

/// <summary>A disposition that one officer proposed.</summary>
/// <param name="Id">Its name, also that of its evidence: whoever decides says which one was looked at.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Code">Why (<see cref="DispositionReason"/>).</param>
/// <param name="Note">What speaks for it.</param>
/// <param name="FileType">Of the file beside it; null where there is none.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="At">UTC.</param>
/// <param name="DecidedBy">Who declined it.</param>
/// <param name="Reason">Why it was declined.</param>
public sealed record ProposedDisposition(
    Guid Id, DrawProposalStatus Status, string Code, string Note, string? FileType, Officer By, DateTime At, Officer? DecidedBy, string? Reason)
{
    /// <summary>Whether it waits for another officer.</summary>
    public bool IsWaiting => Status == DrawProposalStatus.Proposed;
}
