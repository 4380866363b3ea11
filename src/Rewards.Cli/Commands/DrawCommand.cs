using System.CommandLine;
using Rewards.Application.Sweepstakes;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Cli.Commands;

/// <summary><c>rewards draw verify</c>: needs no settings, no database and no network.</summary>
internal static class DrawCommand
{
    private static readonly Argument<string> _path = new("PATH") { Description = "The bundle: a zip, or a folder with the same files." };

    private static readonly Option<Digest?> _commitment = new("--commitment")
    {
        Description = "The commitment as it was published before the draw.",
        HelpName = "HEX",
        CustomParser = result =>
        {
            if (Digest.TryParse(result.Tokens[0].Value, out var digest))
            {
                return digest;
            }

            result.AddError("A commitment has 64 hexadecimal digits.");
            return null;
        },
    };

    public static Command Make()
    {
        var verify = new Command(
            "verify", "Computes a published draw again from its bundle. Ends with 0 where all agrees, with 1 at the first thing that does not.")
        {
            _path,
            _commitment,
        };
        verify.SetAction(VerifyAsync);
        return new Command("draw", "Sweepstakes that were drawn.") { verify };
    }

    private static async Task<int> VerifyAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var verdict = await Screen.ShowAsync("Checking", _ => Task.Run(
            () => VerifyDrawBundle.Run(parsed.GetRequiredValue(_path), parsed.GetValue(_commitment), cancellationToken), cancellationToken));
        foreach (var line in verdict.Checked)
        {
            Screen.Line(line);
        }

        if (verdict.Agrees)
        {
            Screen.Line("Yes: everything agrees.");
            return CommandLine.Done;
        }

        Screen.Line("No.");
        await Screen.ErrorAsync(verdict.Disagreement!);
        return CommandLine.Refused;
    }
}
