using Microsoft.AspNetCore.Mvc;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>Settles a month's entries: proposed here by one officer, done by another.</summary>
public sealed class FreezeModel(ProposeDrawStep propose, DrawWork work, ShowSweepstakes show, TimeProvider clock)
    : ProposedStepPage(propose, work, show, clock)
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
        ?? await WalkAsync<FreezeEntries, Frozen>(drawId, "freeze", Office.SurveyEntries + Office.FreeEntries, Taking(drawId, proposal, Me));

    private static Func<FreezeEntries, Task<Outcome<Frozen>>> Taking(string drawId, Guid proposal, Guid officer) =>
        freeze => freeze.RunAsync(drawId, proposal, officer, CancellationToken.None);
}
