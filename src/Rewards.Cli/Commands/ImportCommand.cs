using System.CommandLine;
using Rewards.Application.Receipts;

namespace Rewards.Cli.Commands;

/// <summary><c>rewards receipts import</c></summary>
internal static class ImportCommand
{
    private static readonly Argument<string> _file = new("FILE") { Description = "CSV, also packed by gzip." };

    private static readonly Option<string?> _rejects = new("--rejects")
    {
        Description = "Where lines that are no receipts go, with number and reason; replaced. Else NAME.rejects.csv beside the file.",
        HelpName = "PATH",
    };

    public static Command Make()
    {
        var command = new Command("import", "Registers the receipts of a file. A file can be imported again: nothing is doubled.")
        {
            _file,
            _rejects,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var portal = await PortalProcess.OpenReadyAsync(parsed, cancellationToken);
        var summary = await Screen.ShowAsync("Importing", report => portal.Get<ImportReceipts>().RunAsync(
            parsed.GetRequiredValue(_file), parsed.GetValue(_rejects), new Reporter(report), cancellationToken));
        if (summary.Stopped is { } refused && summary.Lines == 0)
        {
            return await portal.RefuseAsync(refused);
        }

        Screen.Line($"{Screen.Count(summary.Accepted)} accepted, {Screen.Count(summary.Duplicate)} duplicate, "
            + $"{Screen.Count(summary.Rejected)} rejected.");
        if (summary.NewStores > 0)
        {
            Screen.Line($"{Screen.Count(summary.NewStores)} stores were not known and were added as 'Store N'.");
        }

        if (summary.RejectsPath is { } rejects)
        {
            Screen.Line($"Rejected lines: {rejects}");
        }

        return summary.Stopped is { } stopped ? await portal.RefuseAsync(stopped) : CommandLine.Done;
    }

    private sealed class Reporter(Action<double?, string> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value.Share, $"{Screen.Count(value.Lines)} lines");
    }
}
