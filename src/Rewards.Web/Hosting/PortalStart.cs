using Rewards.Data;
using Rewards.Setup;

namespace Rewards.Web.Hosting;

/// <summary>What happens before the first request: the schema, in development the demo, and a line for whoever started it.</summary>
public static class PortalStart
{
    /// <summary>Prepares the database, or stops where it is not fit.</summary>
    /// <exception cref="SettingException">The database cannot be reached, or its schema is old and may not be changed here.</exception>
    public static async Task PrepareAsync(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RewardsDb>();
        if (app.Configuration.GetValue("Database:MigrateOnStart", app.Environment.IsDevelopment()))
        {
            await Schema.UpdateAsync(db, CancellationToken.None);
        }

        await Schema.RequireAsync(db, CancellationToken.None);
    }
}
