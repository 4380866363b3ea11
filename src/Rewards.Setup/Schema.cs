using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;

namespace Rewards.Setup;

/// <summary>Whether the database is there and of this version.</summary>
public static class Schema
{
    /// <summary>Brings the schema up to date; two processes at once are decided by the provider's migration lock.</summary>
    public static Task UpdateAsync(RewardsDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Stops a start on a database that cannot be reached or is of an older version.</summary>
    /// <exception cref="SettingException">It is.</exception>
    public static async Task RequireAsync(RewardsDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        try
        {
            var missing = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
            if (missing.Count > 0)
            {
                throw new SettingException(
                    "Database:MigrateOnStart",
                    $"the schema is {missing.Count} migration(s) behind. Run `rewards migrate`, or set Database:MigrateOnStart to true.");
            }
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException)
        {
            throw new SettingException("ConnectionStrings:Rewards", $"the database cannot be reached: {exception.Message}");
        }
    }
}
