using System.CommandLine;
using Rewards.Setup;
using Rewards.Setup.Demo;

namespace Rewards.Cli.Commands;

/// <summary><c>rewards demo</c></summary>
internal static class DemoCommand
{
    private static readonly Option<bool> _force = new("--force")
    {
        Description = "Also outside Development. The demo's accounts have a password that everybody knows.",
    };

    public static Command Make()
    {
        var command = new Command("demo", "Fills a database without receipts with stores, receipts, staff and made-up responses.") { _force };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (!PortalProcess.IsDevelopment && !parsed.GetValue(_force))
        {
            await Screen.ErrorAsync(
                $"This is {PortalConfiguration.EnvironmentName()}, and the demo's accounts have a password that everybody knows. "
                + "Use --force if you mean it.");
            return CommandLine.Refused;
        }

        await using var portal = PortalProcess.Open(parsed);
        await Schema.UpdateAsync(portal.Db, cancellationToken);
        var summary = await Screen.ShowAsync(
            "Filling", report => DemoData.FillAsync(portal.Services, new Reporter(report), cancellationToken));
        if (summary is null)
        {
            await Screen.ErrorAsync("There are receipts in this database already: the demo fills an empty one only.");
            return CommandLine.Refused;
        }

        Screen.Line($"Filled: {Screen.Count(summary.Stores)} stores, {Screen.Count(summary.Receipts)} receipts, "
            + $"{Screen.Count(summary.Responses)} made-up responses, {Screen.Count(summary.Redemptions)} redemptions.");
        foreach (var account in summary.Accounts)
        {
            Screen.Line($"  {account.Role,-13} {account.Email,-28} {account.Password}{(account.StoreNumber is { } store ? $"  store {store}" : "")}");
        }

        Screen.Line("Fresh receipt codes:");
        foreach (var code in await DemoData.FreshCodesAsync(portal.Services, 5, cancellationToken))
        {
            Screen.Line("  " + code);
        }

        return CommandLine.Done;
    }

    private sealed class Reporter(Action<double?, string> report) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value) => report((double)value.Done / value.Total, $"{Screen.Count(value.Done)} {value.What}");
    }
}
