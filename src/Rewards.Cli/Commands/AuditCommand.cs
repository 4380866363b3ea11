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

    private static readonly Option<string> _reason = new("--reason")
    {
        Description = "What was wrong, in a line.",
        HelpName = "TEXT",
        Required = true,
    };

    public static Command Make()
    {
        var verify = new Command(
            "verify", "Computes the chain again from the rows it stands for, to the end. Ends with 0 where all agrees, with 1 where something does not.")
        {
            _head,
        };
        verify.SetAction(VerifyAsync);
        var head = new Command("head", "Prints where the chain ends: note it outside the database.");
        head.SetAction(HeadAsync);
        var seal = new Command("seal", "Links what is not linked yet. The portal does it by itself; this is for after it was stopped in between.");
        seal.SetAction(SealAsync);
        var explain = new Command(
            "explain", "Verifies, and takes down why dates do not fit (a clock was wrong): up to here they count as explained. What was changed is not explained by it.")
        {
            _reason,
        };
        explain.SetAction(ExplainAsync);
        return new Command("audit", "The chain over everything that moves value.") { verify, head, seal, explain };
    }

    private static async Task<int> VerifyAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var portal = await PortalProcess.OpenReadyAsync(parsed, cancellationToken);
        var verdict = await RunAsync(portal, parsed.GetValue(_head), cancellationToken);
        if (verdict.Fault is not null)
        {
            await TellAsync(verdict);
            return CommandLine.Refused;
        }

        Screen.Line($"Yes: all {Screen.Count(verdict.Head.Sequence)} links and the rows they stand for agree.");
        if (verdict.Explained > 0)
        {
            Screen.Line($"{Screen.Count(verdict.Explained)} date(s) do not fit and were explained: `/office/audit` says why and by whom.");
        }

        Screen.Line($"Head: {verdict.Head}");
        return CommandLine.Done;
    }

    private static async Task<int> ExplainAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var portal = await PortalProcess.OpenReadyAsync(parsed, cancellationToken);
        var verdict = await RunAsync(portal, null, cancellationToken);
        if (verdict.Dates.Count == 0)
        {
            Screen.Line("There is no date to explain.");
            return CommandLine.Done;
        }

        await TellAsync(verdict);
        if (await portal.Get<ExplainDates>().RunAsync(verdict.Head.Sequence, parsed.GetValue(_reason), by: null, cancellationToken) is { } refusal)
        {
            return await portal.RefuseAsync(refusal);
        }

        Screen.Line($"Taken down: the dates up to link {Screen.Count(verdict.Head.Sequence)} are explained.");
        return CommandLine.Done;
    }

    private static Task<AuditVerdict> RunAsync(PortalProcess portal, AuditHead? noted, CancellationToken cancellationToken) =>
        Screen.ShowAsync("Verifying", show => portal.Get<VerifyAudit>().RunAsync(
            noted, (done, of) => show((double)done / of, $"{Screen.Count(done)} links"), cancellationToken));

    private static async Task TellAsync(AuditVerdict verdict)
    {
        Screen.Line(verdict.IsOfDates
            ? $"No: links and rows agree, but for dates that nobody has explained: {verdict.Dates.Counts}."
            : $"No: {Screen.Count(verdict.Faults.Count)} thing(s) do not agree.");
        foreach (var fault in verdict.Faults.Told.Concat(verdict.Dates.Told))
        {
            await Screen.ErrorAsync(fault);
        }

        foreach (var more in new[] { verdict.Faults, verdict.Dates }.Select(f => f.Count - f.Told.Count).Where(m => m > 0))
        {
            await Screen.ErrorAsync($"and {Screen.Count(more)} more");
        }
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
            await seal.RunAsync(await seal.SinceAsync(cancellationToken), cancellationToken));
        Screen.Line($"Linked {Screen.Count(linked.Links)} rows.");
        if (linked.Ahead > 0)
        {
            Screen.Line($"{Screen.Count(linked.Ahead)} of them are dated ahead of this machine's clock: one of the clocks is wrong.");
        }

        return CommandLine.Done;
    }
}
