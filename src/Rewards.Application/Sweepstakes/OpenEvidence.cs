using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>Opens what speaks for a disposition: the document whose hash is in its line, or the file. It may be about a person, so each time is taken down.</summary>
public sealed class OpenEvidence(RewardsDb db, Vault vault, RecordAct record)
{
    /// <summary>Opens it. Refuses with <c>evidence-unknown</c>.</summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="evidenceId">Which.</param>
    /// <param name="isFile">The file, and not the document.</param>
    /// <param name="officer">Who opens it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<OpenedEvidence>> RunAsync(
        string? drawId, Guid evidenceId, bool isFile, Guid officer, CancellationToken cancellationToken)
    {
        var found = await (
            from sweepstakes in db.Sweepstakes.WithDrawId(drawId)
            join claim in db.PrizeClaims on sweepstakes.Id equals claim.SweepstakesId
            from evidence in db.DispositionEvidence.AsNoTracking()
            where evidence.Id == evidenceId
                && (db.DispositionProposals.Any(p => p.ClaimId == claim.Id && p.EvidenceId == evidence.Id)
                    || db.RecordedDispositions.Any(d => d.ClaimId == claim.Id && d.EvidenceId == evidence.Id))
            select new { sweepstakes.Id, sweepstakes.DrawId, claim.Prize, claim.Turn, Evidence = evidence }).SingleOrDefaultAsync(cancellationToken);
        if (found is null || (isFile && found.Evidence.SealedFile is null))
        {
            return new EvidenceUnknown();
        }

        var row = evidenceId.ToByteArray(bigEndian: true);
        var name = $"{found.DrawId}-prize-{found.Prize}-{found.Turn}";
        record.Add(
            AuditAct.EvidenceOpened,
            officer,
            AuditSubject.Of(found.Id),
            ("name", found.DrawId),
            ("prize", found.Prize),
            ("turn", found.Turn),
            ("what", isFile ? "file" : "document"));
        await db.SaveChangesAsync(cancellationToken);
        return isFile
            ? new OpenedEvidence(
                name + AttachedFile.ExtensionOf(found.Evidence.FileType!), found.Evidence.FileType!, vault.UnsealBytes(found.Evidence.SealedFile, row))
            : new OpenedEvidence(name + ".json", "application/json", vault.UnsealBytes(found.Evidence.SealedDocument, row));
    }
}

/// <summary>Something to download.</summary>
/// <param name="Name">How it is named as a file.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record OpenedEvidence(string Name, string Type, byte[] Content);
