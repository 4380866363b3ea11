using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.FuelPoints;

namespace Rewards.Application.FuelPoints;

/// <summary>
/// Points given or taken by hand: proposed by one person with a reason, decided by another, posted as it is approved. Given points
/// belong to this month; taken ones come from what ends soonest.
/// </summary>
public sealed class AdjustFuelPoints(RewardsDb db, RacingWrite race, PostFuelPoints post, ShowFuelPoints fuelPoints, RecordAct record, TimeProvider clock)
{
    /// <summary>
    /// Proposes. Refuses with <c>shopper-unknown</c>, <c>adjustment-points-invalid</c>, <c>adjustment-reason-invalid</c>, and with
    /// <c>fuel-points-too-few</c> where more is to be taken than is there.
    /// </summary>
    /// <param name="shopperId">Whose points.</param>
    /// <param name="points">Negative to take; null where what was typed is no number.</param>
    /// <param name="reason">In words.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<FuelPointAdjustment>> ProposeAsync(
        Guid shopperId, int? points, string? reason, Guid by, CancellationToken cancellationToken)
    {
        if (points is not { } number || number == 0 || number is > FuelPointAdjustment.MostPoints or < -FuelPointAdjustment.MostPoints)
        {
            return new AdjustmentPointsInvalid(FuelPointAdjustment.MostPoints);
        }

        var words = reason?.Trim() ?? "";
        if (!PlainText.IsOf(words, 1, FuelPointAdjustment.ReasonLength))
        {
            return new AdjustmentReasonInvalid(FuelPointAdjustment.ReasonLength);
        }

        if (!await db.Shoppers.AnyAsync(s => s.Id == shopperId, cancellationToken))
        {
            return new ShopperUnknown();
        }

        if (number < 0 && (await fuelPoints.OfShopperAsync(shopperId, cancellationToken)).Points is var spendable && spendable < -number)
        {
            return new FuelPointsTooFew(spendable);
        }

        var now = clock.GetUtcNow();
        var adjustment = new FuelPointAdjustment(Guid.CreateVersion7(now), shopperId, number, words, by, now.UtcDateTime);
        db.FuelPointAdjustments.Add(adjustment);
        Record(AuditAct.AdjustmentProposed, adjustment, by);
        await db.SaveChangesAsync(cancellationToken);
        return adjustment;
    }

    /// <summary>
    /// Decides. Refuses with <c>adjustment-unknown</c>, <c>adjustment-already-decided</c>, <c>adjustment-by-same-person</c>,
    /// <c>fuel-points-too-few</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="adjustmentId">What was proposed.</param>
    /// <param name="approves">Whether it is posted, or turned down.</param>
    /// <param name="by">Who: another person than who proposed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<Outcome<FuelPointAdjustment>> DecideAsync(Guid adjustmentId, bool approves, Guid by, CancellationToken cancellationToken)
    {
        return race.RunInTurnAsync(AttemptAsync, TakeTurnAsync, cancellationToken);

        async Task<Outcome<FuelPointAdjustment>> AttemptAsync()
        {
            var adjustment = await db.FuelPointAdjustments.SingleOrDefaultAsync(a => a.Id == adjustmentId, cancellationToken);
            Error? refusal = adjustment switch
            {
                null => new AdjustmentUnknown(),
                { Status: not AdjustmentStatus.Proposed } => new AdjustmentAlreadyDecided(),
                _ when adjustment.ProposedBy == by => new AdjustmentBySamePerson(),
                _ => approves ? await PostAsync(adjustment, cancellationToken) : null,
            };
            if (refusal is not null)
            {
                return refusal;
            }

            adjustment!.Decide(approves ? AdjustmentStatus.Approved : AdjustmentStatus.Declined, by, clock.GetUtcNow().UtcDateTime);
            Record(approves ? AuditAct.AdjustmentApproved : AuditAct.AdjustmentDeclined, adjustment, by);
            await db.SaveChangesAsync(cancellationToken);
            return adjustment;
        }

        async Task TakeTurnAsync()
        {
            var shopperId = await db.FuelPointAdjustments.Where(a => a.Id == adjustmentId).Select(a => a.ShopperId).SingleOrDefaultAsync(cancellationToken);
            await post.LockAsync(shopperId, cancellationToken);
        }
    }

    /// <summary>
    /// Takes a proposal back. Refuses with <c>adjustment-unknown</c>, <c>adjustment-already-decided</c>, <c>adjustment-of-another</c>.
    /// </summary>
    /// <param name="adjustmentId">What was proposed.</param>
    /// <param name="by">Who: whoever proposed it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<FuelPointAdjustment>> WithdrawAsync(Guid adjustmentId, Guid by, CancellationToken cancellationToken)
    {
        var adjustment = await db.FuelPointAdjustments.SingleOrDefaultAsync(a => a.Id == adjustmentId, cancellationToken);
        Error? refusal = adjustment switch
        {
            null => new AdjustmentUnknown(),
            { Status: not AdjustmentStatus.Proposed } => new AdjustmentAlreadyDecided(),
            _ => adjustment.ProposedBy == by ? null : new AdjustmentOfAnother(),
        };
        if (refusal is not null)
        {
            return refusal;
        }

        adjustment!.Withdraw(clock.GetUtcNow().UtcDateTime);
        Record(AuditAct.AdjustmentWithdrawn, adjustment, by);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return adjustment;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new AdjustmentAlreadyDecided();
        }
    }

    private void Record(AuditAct act, FuelPointAdjustment adjustment, Guid by) =>
        record.Add(act, by, AuditSubject.Of(adjustment.Id), ("points", adjustment.Points), ("reason", adjustment.Reason), ("shopper", adjustment.ShopperId));

    private async Task<Error?> PostAsync(FuelPointAdjustment adjustment, CancellationToken cancellationToken)
    {
        var (_, ledger) = (await post.OpenAsync(adjustment.ShopperId, cancellationToken))!;
        var cause = PostingCause.Adjustment(adjustment.Id);
        if (adjustment.Points > 0)
        {
            post.Add(ledger, Lot.Of(post.Today), PostingKind.Adjusted, adjustment.Points, cause);
            return null;
        }

        var spendable = ledger.SpendableOn(post.Today);
        if (-adjustment.Points > spendable)
        {
            return new FuelPointsTooFew(spendable);
        }

        foreach (var (lot, points) in ledger.Take(-adjustment.Points, post.Today))
        {
            post.Add(ledger, lot, PostingKind.Adjusted, -points, cause);
        }

        return null;
    }
}
