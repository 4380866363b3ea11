using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;

namespace Rewards.Setup;

/// <summary>Whether the database is there and of this version.</summary>
public static class Schema
{
    /// <summary>Brings the schema up to date; two processes at once are decided by the provider's migration lock.</summary>
    /// <exception cref="SettingException">The database cannot be reached, or is of a version that is not known here.</exception>
    public static async Task UpdateAsync(RewardsDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await ReachAsync(async () =>
        {
            if (await db.Database.CanConnectAsync(cancellationToken))
            {
                await RefuseUnknownAsync(db, cancellationToken);
            }

            await db.Database.MigrateAsync(cancellationToken);
            return true;
        });
    }

    /// <summary>Stops a start on a database that cannot be reached or is of another version.</summary>
    /// <exception cref="SettingException">It is.</exception>
    public static async Task RequireAsync(RewardsDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var missing = await ReachAsync(async () =>
        {
            await RefuseUnknownAsync(db, cancellationToken);
            return (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        });
        if (missing > 0)
        {
            throw new SettingException(
                "Database:MigrateOnStart",
                $"the schema is {missing} migration(s) behind. Run `rewards migrate`, or set Database:MigrateOnStart to true.");
        }
    }

    private static async Task RefuseUnknownAsync(RewardsDb db, CancellationToken cancellationToken)
    {
        if ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).FirstOrDefault() is { } unknown)
        {
            throw new SettingException(
                "ConnectionStrings:Rewards",
                $"the database was made by another version of the portal: its migration {unknown} is not known to this one. Start that version, or name another database.");
        }
    }

    private static async Task<T> ReachAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (exception is DbException or TimeoutException)
        {
            throw new SettingException("ConnectionStrings:Rewards", $"the database cannot be used: {exception.Message}");
        }
    }
}
