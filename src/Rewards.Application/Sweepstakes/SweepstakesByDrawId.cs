using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>How a sweepstakes is found by what a person or a link calls it.</summary>
internal static class SweepstakesByDrawId
{
    /// <summary>The sweepstakes of a draw id; none for a text that cannot be one, which a database may not even take.</summary>
    public static IQueryable<MonthlySweepstakes> WithDrawId(this IQueryable<MonthlySweepstakes> all, string? drawId) =>
        DrawId.IsValid(drawId) ? all.Where(s => s.DrawId == drawId) : all.Where(s => false);

    /// <summary>What to answer to whoever lost a race for a step: where the sweepstakes stands now.</summary>
    public static async Task<SweepstakesStepOutOfOrder> LostRaceAsync(this RewardsDb db, int sweepstakesId, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        return new SweepstakesStepOutOfOrder(
            await db.Sweepstakes.Where(s => s.Id == sweepstakesId).Select(s => s.Status).SingleAsync(cancellationToken));
    }
}
