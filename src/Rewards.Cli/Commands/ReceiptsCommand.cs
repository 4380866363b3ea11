using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Rewards.Domain.Receipts;
using Rewards.Setup;

namespace Rewards.Cli.Commands;

/// <summary><c>rewards receipts import</c>, <c>code</c> and <c>codes</c></summary>
internal static class ReceiptsCommand
{
    private static readonly Option<int> _codeStore = Number<int>("--store", "The store's number.", ReceiptKey.MaxStoreNumber, required: true);
    private static readonly Option<int> _register = Number<int>(
        "--register", "The register within the store.", ReceiptKey.MaxRegister, required: true);
    private static readonly Option<int> _transaction = Number<int>(
        "--transaction", "The transaction within the register's day.", ReceiptKey.MaxTransaction, required: true);
    private static readonly Option<DateOnly> _date = Day<DateOnly>("--date", "The business day in the store's own time zone.", required: true);

    public static Command Make()
    {
        var code = new Command("code", "Prints the code of one receipt, as its till prints it.") { _codeStore, _date, _register, _transaction };
        code.SetAction(PrintCode);
        return new Command("receipts", "Receipts and their codes.") { ImportCommand.Make(), code, ExportCodesCommand.Make() };
    }

    /// <summary>A day as yyyy-MM-dd.</summary>
    public static Option<T> Day<T>(string name, string description, bool required = false) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        Required = required,
        CustomParser = ReadDay<T>,
    };

    /// <summary>A whole number from 0.</summary>
    public static Option<T> Number<T>(string name, string description, int greatest, bool required = false) => new(name)
    {
        Description = $"{description} 0 to {greatest}.",
        HelpName = "N",
        Required = required,
        CustomParser = result => ReadNumber<T>(result, name, greatest),
    };

    private static int PrintCode(ParseResult parsed)
    {
        var keys = SecretsFile.ReceiptCodeKeys(PortalProcess.Configuration(parsed), PortalProcess.IsDevelopment);
        _ = ReceiptKey.TryCreate(
            parsed.GetValue(_codeStore), parsed.GetValue(_date), parsed.GetValue(_register), parsed.GetValue(_transaction), out var key);
        Screen.Line(new ReceiptCodes(keys).Print(key));
        return CommandLine.Done;
    }

    private static T? ReadNumber<T>(ArgumentResult result, string name, int greatest)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= greatest)
        {
            return (T)(object)number;
        }

        result.AddError($"{name} goes from 0 to {greatest}, and '{text}' does not fit.");
        return default;
    }

    private static T? ReadDay<T>(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (T)(object)day;
        }

        result.AddError($"'{text}' is no day such as 2017-06-30.");
        return default;
    }
}
