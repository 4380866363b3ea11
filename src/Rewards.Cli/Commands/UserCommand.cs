using System.CommandLine;
using System.Security.Cryptography;
using Rewards.Application.Staff;
using Rewards.Data.Staff;
using Rewards.Domain.Receipts;
using Spectre.Console;

namespace Rewards.Cli.Commands;

/// <summary><c>rewards user add</c></summary>
internal static class UserCommand
{
    private const string Symbols = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int GeneratedLength = 20;

    private static readonly Argument<string> _email = new("EMAIL") { Description = "What they sign in with." };

    private static readonly Option<string> _role = new("--role")
    {
        Description = "What they may do.",
        Required = true,
    };

    private static readonly Option<int?> _store = ReceiptsCommand.Number<int?>(
        "--store", "The store of who works at a desk (Staff and Supervisor).", ReceiptKey.MaxStoreNumber);

    private static readonly Option<bool> _passwordFromInput = new("--password-stdin")
    {
        Description = "Read the password from standard input. Else it is asked for; where nobody can be asked, one is made and printed once.",
    };

    public static Command Make()
    {
        _role.AcceptOnlyFromAmong([.. StaffRole.All]);
        var add = new Command("add", "Makes an account for someone who works for the chain.") { _email, _role, _store, _passwordFromInput };
        add.SetAction(AddAsync);
        return new Command("user", "People who work for the chain.") { add };
    }

    private static async Task<int> AddAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (email, role) = (parsed.GetRequiredValue(_email), parsed.GetRequiredValue(_role));
        await using var portal = await PortalProcess.OpenReadyAsync(parsed, cancellationToken);
        var given = parsed.GetValue(_passwordFromInput) ? await Console.In.ReadLineAsync(cancellationToken) ?? "" : Ask();
        var password = given ?? RandomNumberGenerator.GetString(Symbols, GeneratedLength);
        var added = await portal.Get<AddStaffMember>().RunAsync(email, password, role, parsed.GetValue(_store), cancellationToken);
        if (added.IsRefused(out var error, out var user))
        {
            return await portal.RefuseAsync(error);
        }

        Screen.Line($"Added {user.Email}, {role}{(user.StoreNumber is { } store ? $" at store {store}" : "")}.");
        if (given is null)
        {
            Screen.Line($"Password, shown this once: {password}");
        }

        return CommandLine.Done;
    }

    // Null where nobody can be asked, or nothing was typed.
    private static string? Ask()
    {
        if (Console.IsInputRedirected)
        {
            return null;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var typed = console.Prompt(new TextPrompt<string>("Password (empty: one is made):").Secret(null).AllowEmpty());
        return typed.Length == 0 ? null : typed;
    }
}
