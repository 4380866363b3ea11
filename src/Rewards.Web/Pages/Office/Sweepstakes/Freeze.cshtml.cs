using Microsoft.AspNetCore.Mvc;
using Rewards.Application.Sweepstakes;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>Settles a month's entries: proposed here by one officer, done by another.</summary>
public sealed class FreezeModel(FreezeEntries freeze, ProposeDrawStep propose, ShowSweepstakes show, TimeProvider clock)
    : ProposedStepPage(propose, show, clock)
{
    /// <inheritdoc/>
    protected override DrawPhase Turn => DrawPhase.Over;

    /// <summary>Proposes the step.</summary>
    public async Task<IActionResult> OnPostAsync(string drawId, CancellationToken cancellationToken) =>
        await FindAsync(drawId, cancellationToken)
        ?? await AfterAsync(drawId, await Propose.FreezeAsync(drawId, Me, cancellationToken), "proposed", cancellationToken);

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(string drawId, Guid proposal, CancellationToken cancellationToken) =>
        await FindAsync(drawId, cancellationToken)
        ?? await AfterAsync(drawId, await freeze.RunAsync(drawId, proposal, Me, cancellationToken), "freeze", cancellationToken);
}
