using System.CommandLine;
using CsvHelper;
using Rewards.Application.Receipts;
using Rewards.Domain.Receipts;

namespace Rewards.Cli.Commands;

/// <summary><c>rewards receipts codes</c></summary>
internal static class ExportCodesCommand
{
    private const int ReportEvery = 1000;

    private static readonly Option<DateOnly?> _from = ReceiptsCommand.Day<DateOnly?>("--from", "First business day.");
    private static readonly Option<DateOnly?> _to = ReceiptsCommand.Day<DateOnly?>("--to", "Last business day.");
    private static readonly Option<int?> _store = ReceiptsCommand.Number<int?>("--store", "Only this store's.", ReceiptKey.MaxStoreNumber);

    private static readonly Option<string> _out = new("--out")
    {
        Description = "Where they go, as CSV; replaced once all are written.",
        HelpName = "FILE",
        Required = true,
    };

    public static Command Make()
    {
        var command = new Command("codes", "Exports the codes of registered receipts.") { _from, _to, _store, _out };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var portal = await PortalProcess.OpenReadyAsync(parsed, cancellationToken);
        var filter = new ReceiptFilter(parsed.GetValue(_from), parsed.GetValue(_to), parsed.GetValue(_store));
        var path = Path.GetFullPath(parsed.GetRequiredValue(_out));
        var written = await Screen.ShowAsync(
            "Exporting", report => WriteAsync(portal.Get<ExportReceiptCodes>(), filter, path, report, cancellationToken));
        Screen.Line($"{Screen.Count(written)} codes: {path}");
        return CommandLine.Done;
    }

    // Beside the file first, so that nobody takes half of the codes for all of them.
    private static async Task<long> WriteAsync(
        ExportReceiptCodes export, ReceiptFilter filter, string path, Action<double?, string> report, CancellationToken cancellationToken)
    {
        var part = path + ".part";
        var written = 0L;
        var total = await export.CountAsync(filter, cancellationToken);
        try
        {
            await using (var csv = CsvWriter.Create(new FileStream(part, FileMode.Create, FileAccess.Write), new CsvWriterOptions { NewLine = "\n" }))
            {
                csv.WriteHeader("store", "date", "register", "transaction", "code");
                await foreach (var (key, code) in export.RunAsync(filter, cancellationToken))
                {
                    csv.WriteField(key.StoreNumber);
                    csv.WriteField(key.BusinessDay);
                    csv.WriteField(key.Register);
                    csv.WriteField(key.Transaction);
                    csv.WriteField(code);
                    csv.EndRecord();
                    if (++written % ReportEvery == 0)
                    {
                        report((double)written / total, $"{Screen.Count(written)} codes");
                    }
                }
            }

            File.Move(part, path, overwrite: true);
            return written;
        }
        finally
        {
            File.Delete(part);
        }
    }
}
