using System.CommandLine;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Rewards.Cli.Commands;
using Rewards.Setup;

namespace Rewards.Cli;

/// <summary>The commands, and how a process ends: 0 done, 1 refused, 2 misused. What is wrong is one line, never a stack trace.</summary>
internal static class CommandLine
{
    /// <summary>It was done.</summary>
    public const int Done = 0;

    /// <summary>It was refused, or went wrong.</summary>
    public const int Refused = 1;

    /// <summary>It was not asked for rightly.</summary>
    public const int Misused = 2;

    /// <summary>Any setting, over files and environment; of every command.</summary>
    public static readonly Option<string[]> Settings = MakeSettings();

    /// <summary>Runs a command.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Screen.ErrorAsync(string.Join(' ', parsed.Errors.Select(e => e.Message)));
            await Console.Error.WriteLineAsync($"See {CommandOf(parsed)} --help");
            return Misused;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception)
        {
            await Screen.ErrorAsync(Line(exception));
            return Refused;
        }
    }

    private static RootCommand Root() => new("Keeps the Rewards portal: its database, its receipts, its people, its draws, its audit.")
    {
        Settings,
        MigrateCommand.Make(),
        DemoCommand.Make(),
        UserCommand.Make(),
        ReceiptsCommand.Make(),
        FuelCommand.Make(),
        DrawCommand.Make(),
        AuditCommand.Make(),
    };

    private static Option<string[]> MakeSettings()
    {
        var option = new Option<string[]>("--set")
        {
            Description = "A setting for this run, over files and environment, such as Database:Provider=PostgreSql; may be given more than once.",
            HelpName = "NAME=VALUE",
            Recursive = true,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(t => t.Value.IndexOf('=', StringComparison.Ordinal) < 1) is { } token)
            {
                result.AddError($"'{token.Value}' is not NAME=VALUE.");
            }
        });
        return option;
    }

    private static string CommandOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (System.CommandLine.Parsing.SymbolResult? at = parsed.CommandResult; at is not null; at = at.Parent)
        {
            if (at is System.CommandLine.Parsing.CommandResult { Command: var command })
            {
                names.Insert(0, command is RootCommand ? "rewards" : command.Name);
            }
        }

        return string.Join(' ', names);
    }

    private static string Line(Exception exception) => exception switch
    {
        SettingException => exception.Message,
        OperationCanceledException => "Stopped. What was done so far stays.",
        DbException => $"ConnectionStrings:Rewards: the database refuses: {exception.Message}",
        DbUpdateException { InnerException: { } inner } => Line(inner),
        InvalidOperationException { InnerException: DbException inner } => Line(inner),
        InvalidDataException => $"{exception.Message} {exception.GetBaseException().Message}",
        IOException or UnauthorizedAccessException => exception.Message,
        _ => $"This should not have happened ({exception.GetType().Name}): {exception.Message}",
    };
}
