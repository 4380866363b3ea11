using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes.Claims;

/// <summary>What an officer has looked at before a prize is accepted.</summary>
/// <param name="Age">Old enough when they entered.</param>
/// <param name="Residence">Lives where it is not void.</param>
/// <param name="Affidavit">Signed by the person, and complete.</param>
/// <param name="Employment">No employee, and nobody of an employee's household.</param>
public sealed record PrizeChecks(bool Age, bool Residence, bool Affidavit, bool Employment)
{
    /// <summary>Whether all of it is in order.</summary>
    public bool AreAll => Age && Residence && Affidavit && Employment;
}

/// <summary>An officer has checked a winner's answer: the prize is to be handed over. Of two at once the claim's version decides.</summary>
public sealed class AcceptPrize(RewardsDb db, FindClaim find, Vault vault, RecordAct record, TimeProvider clock)
{
    /// <summary>Accepts. Refuses with <c>prize-unknown</c>, <c>prize-step-out-of-order</c>, <c>prize-unchecked</c>, <c>prize-by-same-person</c>, <c>prize-proposal-waits</c>.</summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="prize">The line of <c>prizes.txt</c>, from 1.</param>
    /// <param name="turn">The offer that was looked at.</param>
    /// <param name="checks">What was ticked.</param>
    /// <param name="officer">Who.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<PrizeClaim>> RunAsync(
        string? drawId, int prize, int turn, PrizeChecks checks, Guid officer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(checks);
        if (await find.LatestAsync(drawId, prize, cancellationToken) is not { } found)
        {
            return new PrizeUnknown();
        }

        var claim = found.Claim;
        if (!claim.MayBeAccepted || claim.Turn != turn || !checks.AreAll)
        {
            return !claim.MayBeAccepted || claim.Turn != turn ? new PrizeStepOutOfOrder(claim.Status) : new PrizeUnchecked();
        }

        if (await db.StepRefusalAsync(claim, officer, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var answer = vault.OpenJson<ClaimAnswer>(claim.SealedAnswer!, claim.Id);
        var name = answer.PublicName(claim.Consent);
        claim.Accept(officer, clock.GetUtcNow().UtcDateTime, name, name is null ? null : answer.Address.City);
        record.Add(AuditAct.PrizeAccepted, officer, AuditSubject.Of(claim.Id), ("name", found.Of.DrawId), ("prize", prize), ("turn", turn));
        return await db.SaveStepAsync(claim, cancellationToken);
    }
}

/// <summary>Saves a step of a prize; whoever was slower hears where it stands.</summary>
internal static class PrizeSteps
{
    /// <summary>Why an officer does not take the next step of a prize: they were shown the winner's link, or a proposal to take the prize waits.</summary>
    public static async Task<Error?> StepRefusalAsync(this RewardsDb db, PrizeClaim claim, Guid officer, CancellationToken cancellationToken) =>
        await db.AuditEvents.AnyAsync(e => e.Act == AuditAct.PrizeTold && e.SubjectId == claim.Id && e.ActorId == officer, cancellationToken) ? new PrizeBySamePerson()
        : await db.DispositionProposals.AnyAsync(p => p.ClaimId == claim.Id && p.Status == DrawProposalStatus.Proposed, cancellationToken) ? new PrizeProposalWaits()
        : null;

    public static async Task<Outcome<PrizeClaim>> SaveStepAsync(this RewardsDb db, PrizeClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return claim;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new PrizeStepOutOfOrder(await db.PrizeClaims.Where(c => c.Id == claim.Id).Select(c => c.Status).SingleAsync(cancellationToken));
        }
    }
}
