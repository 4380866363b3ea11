using Microsoft.AspNetCore.Mvc;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>A step that one officer proposes and another one takes: what can be done with a proposal besides taking the step.</summary>
public abstract class ProposedStepPage(ProposeDrawStep propose, DrawWork work, ShowSweepstakes show, TimeProvider clock)
    : StepPage(work, show, clock)
{
    /// <summary>What waits for another officer; null where nothing does.</summary>
    public OfficeProposal? Waiting => Office.Proposal is { IsWaiting: true } proposal ? proposal : null;

    /// <summary>Whether the one who looks at the page proposed it.</summary>
    public bool IsOwn => Waiting?.By.Id == Me;

    /// <summary>Why it is declined, as typed.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The one who proposes.</summary>
    protected ProposeDrawStep Propose { get; } = propose;

    /// <summary>Takes the proposal back.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(string drawId, Guid proposal, CancellationToken cancellationToken) =>
        await FindAsync(drawId, cancellationToken)
        ?? await AfterAsync(drawId, await Propose.WithdrawAsync(drawId, proposal, Me, cancellationToken), "withdrawn", cancellationToken);

    /// <summary>Declines the proposal.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(string drawId, Guid proposal, CancellationToken cancellationToken) =>
        await FindAsync(drawId, cancellationToken)
        ?? await AfterAsync(drawId, await Propose.DeclineAsync(drawId, proposal, Reason, Me, cancellationToken), "declined", cancellationToken);

    /// <summary>Shows the draw, or what is proposed by now and why it could not be done.</summary>
    protected async Task<IActionResult> AfterAsync<T>(string drawId, Outcome<T> outcome, string done, CancellationToken cancellationToken)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (!outcome.IsRefused(out var refusal, out _))
        {
            return Done(drawId, done);
        }

        await FindAsync(drawId, cancellationToken);
        return Refuse(refusal);
    }
}
