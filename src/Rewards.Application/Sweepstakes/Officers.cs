using Microsoft.EntityFrameworkCore;
using Rewards.Data;

namespace Rewards.Application.Sweepstakes;

/// <summary>Who took a step, by name.</summary>
internal static class Officers
{
    /// <summary>Finds the name of an account.</summary>
    public static async Task<Officer> OfficerAsync(this RewardsDb db, Guid id, CancellationToken cancellationToken) =>
        new(id, await db.Users.Where(u => u.Id == id).Select(u => u.UserName).SingleOrDefaultAsync(cancellationToken));
}
