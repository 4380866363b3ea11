using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes.Claims;

/// <summary>Opens what a winner answered, or a page that they handed in. Who looked at it and when is in the audit, before anything is shown.</summary>
public sealed class RevealAnswer(RewardsDb db, FindClaim find, Vault vault, RecordAct record)
{
    /// <summary>Opens the answer of the last offer. Refuses with <c>prize-unknown</c>, also where nothing was answered or it is kept no longer.</summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="prize">The line of <c>prizes.txt</c>, from 1.</param>
    /// <param name="officer">Who looks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<ClaimAnswer>> RunAsync(string? drawId, int prize, Guid officer, CancellationToken cancellationToken)
    {
        if (await find.LatestAsync(drawId, prize, cancellationToken) is not { Claim.SealedAnswer: { } sealedAnswer } found)
        {
            return new PrizeUnknown();
        }

        record.Add(AuditAct.PrizeRevealed, officer, AuditSubject.Of(found.Claim.Id), ("name", found.Of.DrawId), ("prize", prize), ("turn", found.Claim.Turn));
        await db.SaveChangesAsync(cancellationToken);
        return vault.OpenJson<ClaimAnswer>(sealedAnswer, found.Claim.Id);
    }

    /// <summary>Opens a page that was handed in. Refuses with <c>prize-unknown</c>.</summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="prize">The line of <c>prizes.txt</c>, from 1.</param>
    /// <param name="number">Of the page, from 1.</param>
    /// <param name="officer">Who looks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<AttachedFile>> FileAsync(string? drawId, int prize, int number, Guid officer, CancellationToken cancellationToken)
    {
        if (await find.LatestAsync(drawId, prize, cancellationToken) is not { } found
            || await db.ClaimFiles.AsNoTracking().SingleOrDefaultAsync(f => f.ClaimId == found.Claim.Id && f.Number == number, cancellationToken) is not { } file)
        {
            return new PrizeUnknown();
        }

        record.Add(
            AuditAct.PrizeRevealed, officer, AuditSubject.Of(found.Claim.Id), ("name", found.Of.DrawId), ("prize", prize), ("turn", found.Claim.Turn), ("file", number));
        await db.SaveChangesAsync(cancellationToken);
        return new AttachedFile(file.Type, vault.UnsealBytes(file.SealedBytes, file.Id.ToByteArray(bigEndian: true)));
    }
}
