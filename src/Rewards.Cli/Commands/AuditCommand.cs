using System.CommandLine;
using Rewards.Application.Audit;
using Rewards.Domain.Audit;

namespace Rewards.Cli.Commands;

/// <summary><c>rewards audit verify</c>, <c>head</c> and <c>seal</c></summary>
internal static class AuditCommand
{
    private static readonly Option<AuditHead?> _head = new("--head")
    {
        Description = "Where the chain ended at some time, as it was noted: only so is it found when its end was cut off or all of it made anew.",
        HelpName = "N:HEX",
        CustomParser = result =>
        {
            if (AuditHead.TryParse(result.Tokens[0].Value, out var head))
            {
                return head;
            }

            result.AddError("A head is a number, a colon and 64 hexadecimal digits, as `rewards audit head` prints it.");
            return null;
        },
    };

    public static Command Make()
    {
        var verify = new Command(
            "verify", "Computes the chain again from the rows it stands for. Ends with 0 where all agrees, with 1 at the first thing that does not.")
        {
            _head,
        };
        verify.SetAction(VerifyAsync);
        var head = new Command("head", "Prints where the chain ends: note it outside the database.");
        head.SetAction(HeadAsync);
        var seal = new Command("seal", "Links what is not linked yet. The portal does it by itself; this is for after it was stopped in between.");
        seal.SetAction(SealAsync);
        return new Command("audit", "The chain over everything that moves value.") { verify, head, seal };
    }

    private static async Task<int> VerifyAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var portal = await PortalProcess.OpenReadyAsync(parsed, cancellationToken);
        var verdict = await Screen.ShowAsync("Verifying", show => portal.Get<VerifyAudit>().RunAsync(
            parsed.GetValue(_head),
            (done, of) => show((double)done / of, $"{Screen.Count(done)} links"),
            cancellationToken));
        if (verdict.Fault is { } fault)
        {
            Screen.Line($"No. {Screen.Count(verdict.Head.Sequence)} links agree; then:");
            await Screen.ErrorAsync(fault);
            return CommandLine.Refused;
        }

        Screen.Line($"Yes: all {Screen.Count(verdict.Head.Sequence)} links and the rows they stand for agree.");
        Screen.Line($"Head: {verdict.Head}");
        return CommandLine.Done;
    }

    private static async Task<int> HeadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var portal = await PortalProcess.OpenReadyAsync(parsed, cancellationToken);
        Screen.Line((await portal.Get<SealAudit>().HeadAsync(cancellationToken)).ToString());
        return CommandLine.Done;
    }

    private static async Task<int> SealAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var portal = await PortalProcess.OpenReadyAsync(parsed, cancellationToken);
        var seal = portal.Get<SealAudit>();
        var linked = await Screen.ShowAsync("Linking", async _ =>
            await seal.RunAsync(await seal.LastAtAsync(cancellationToken) - TimeSpan.FromHours(1), cancellationToken));
        Screen.Line($"Linked {Screen.Count(linked.Links)} rows.");
        return CommandLine.Done;
    }
}
