using Rewards.Data;
using Rewards.Setup;
using Rewards.Setup.Demo;

namespace Rewards.Web.Hosting;

/// <summary>What happens before the first request: the schema, in development the demo, and a few lines for whoever started it.</summary>
public static class PortalStart
{
    private const int Codes = 5;

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
        if (app.Environment.IsDevelopment())
        {
            await ShowDemoAsync(app, scope.ServiceProvider, db);
        }

        await Baseline.PublishAsync(scope.ServiceProvider, null, CancellationToken.None);
    }

    private static async Task ShowDemoAsync(WebApplication app, IServiceProvider services, RewardsDb db)
    {
        Console.WriteLine("Preparing the database; an empty one is filled with the demo, which takes some seconds …");
        await DemoData.FillAsync(services, null, CancellationToken.None);
        var codes = await DemoData.FreshCodesAsync(services, Codes, CancellationToken.None);
        var accounts = await DemoData.AccountsAsync(db, CancellationToken.None);
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(
            $"""

            The portal listens on {string.Join(" and ", app.Urls)}

              fresh receipt codes   {string.Join("\n                        ", codes)}

              sign in at /account/sign-in
            {string.Join('\n', accounts.Select(a => $"    {a.Role,-15} {a.Email,-30} {a.Password}{(a.StoreNumber is { } store ? $"   store {store}" : "")}"))}

              mails are written to {Path.Combine(app.Configuration.DataFolder(), "mail")}

            """));
    }
}
