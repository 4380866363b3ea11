using System.CommandLine;
using Rewards.Application.FuelPoints;

namespace Rewards.Cli.Commands;

/// <summary><c>rewards fuel</c>: what the portal does for the ledger of fuel points at night, by hand.</summary>
internal static class FuelCommand
{
    public static Command Make()
    {
        var sweep = new Command("sweep", "Writes off what is left of months that are over. May be run at any time, and again.");
        sweep.SetAction(SweepAsync);
        var check = new Command("check", "Recomputes every balance from its lines and notes what it found; ends with 1 where a line does not agree.");
        check.SetAction(CheckAsync);
        return new Command("fuel", "The ledger of fuel points.") { sweep, check };
    }

    private static async Task<int> SweepAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var portal = await PortalProcess.OpenReadyAsync(parsed, cancellationToken);
        var swept = await Screen.ShowAsync("Writing off", _ => portal.Get<SweepFuelPoints>().RunAsync(cancellationToken));
        Screen.Line($"Written off: {Screen.Count(swept.Points)} points of {Screen.Count(swept.Lots)} lots.");
        return CommandLine.Done;
    }

    private static async Task<int> CheckAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var portal = await PortalProcess.OpenReadyAsync(parsed, cancellationToken);
        var check = await Screen.ShowAsync("Checking", _ => portal.Get<CheckFuelLedger>().RunAsync(cancellationToken));
        if (check.Faults > 0)
        {
            await Screen.ErrorAsync($"{Screen.Count(check.Faults)} of {Screen.Count(check.Lines)} lines do not agree; the first: {check.FirstFault}.");
            return CommandLine.Refused;
        }

        Screen.Line($"All {Screen.Count(check.Lots)} balances agree with their {Screen.Count(check.Lines)} lines: {Screen.Count(check.Points)} points.");
        return CommandLine.Done;
    }
}
