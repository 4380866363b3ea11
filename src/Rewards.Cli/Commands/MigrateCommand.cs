using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Rewards.Setup;

namespace Rewards.Cli.Commands;

/// <summary><c>rewards migrate</c></summary>
internal static class MigrateCommand
{
    public static Command Make()
    {
        var command = new Command(
            "migrate", "Brings the database's schema up to date, and publishes the standard survey and promotions where there are none.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var portal = PortalProcess.Open(parsed);
        var applied = await Screen.ShowAsync("Migrating", async _ =>
        {
            var before = await AppliedAsync(portal, cancellationToken);
            await Schema.UpdateAsync(portal.Db, cancellationToken);
            return await AppliedAsync(portal, cancellationToken) - before;
        });
        Screen.Line(applied == 0 ? "The schema is up to date." : $"The schema is up to date: {applied} migration(s) applied.");
        var published = await Baseline.PublishAsync(portal.Services, startsOn: null, cancellationToken);
        if (published.Survey is not null || published.Promotions > 0)
        {
            var survey = published.Survey is null ? "no survey" : $"the survey '{published.Survey}'";
            Screen.Line($"Published: {survey}, {published.Promotions} promotions.");
        }

        return CommandLine.Done;
    }

    // A database that is not there yet has none.
    private static async Task<int> AppliedAsync(PortalProcess portal, CancellationToken cancellationToken) =>
        await portal.Db.Database.CanConnectAsync(cancellationToken)
            ? (await portal.Db.Database.GetAppliedMigrationsAsync(cancellationToken)).Count()
            : 0;
}
