using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Promotions;

namespace Rewards.Application.Promotions;

/// <summary>One promotion as the office sees it.</summary>
public sealed class ShowPromotion(RewardsDb db)
{
    /// <summary>Finds it; null where there is none.</summary>
    public Task<Promotion?> RunAsync(int id, CancellationToken cancellationToken) =>
        db.Promotions.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
}
