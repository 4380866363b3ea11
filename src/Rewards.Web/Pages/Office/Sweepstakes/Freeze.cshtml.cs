using Microsoft.AspNetCore.Mvc;
using Rewards.Application.Sweepstakes;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>Settles a month's entries.</summary>
public sealed class FreezeModel(FreezeEntries freeze, ShowSweepstakes show, TimeProvider clock) : StepPage(show, clock)
{
    /// <inheritdoc/>
    protected override DrawPhase Turn => DrawPhase.Over;

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPostAsync(string drawId, CancellationToken cancellationToken) =>
        await FindAsync(drawId, cancellationToken) is { } instead ? instead
            : (await freeze.RunAsync(drawId, Me, cancellationToken)).IsRefused(out var refusal, out _) ? Refuse(refusal)
            : Done(drawId, "freeze");
}
