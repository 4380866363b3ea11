using Microsoft.AspNetCore.Mvc;
using Rewards.Application.Sweepstakes;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>Draws: first the beacon's value is fetched, pasted or typed, then it is shown once more, verified where it can be.</summary>
public sealed class RunModel(FetchRound fetch, DrawWork work, ShowSweepstakes show, TimeProvider clock) : StepPage(work, show, clock)
{
    /// <summary>The value, as typed or pasted.</summary>
    [BindProperty]
    public string? Announced { get; set; }

    /// <summary><c>fetch</c>, <c>check</c>, <c>draw</c>, or <c>change</c> for back to the field.</summary>
    [BindProperty]
    public string? Step { get; set; }

    /// <summary>What would decide; null while it is asked for.</summary>
    public Beacon? Beacon { get; private set; }

    /// <inheritdoc/>
    protected override DrawPhase Turn => DrawPhase.Announced;

    /// <summary>Fetches, checks, or draws.</summary>
    public async Task<IActionResult> OnPostAsync(string drawId, CancellationToken cancellationToken)
    {
        if (await FindAsync(drawId, cancellationToken) is { } instead)
        {
            return instead;
        }

        if (Step == "draw")
        {
            var (announced, officer) = (Announced, Me);
            return await WalkAsync<RunDrawing, DrawResult>(
                drawId, "run", Office.Draw.EntryCount ?? 0, run => run.RunAsync(drawId, announced, officer, CancellationToken.None));
        }

        if (Step == "fetch" && Office.Draw.DrandRound is { } round)
        {
            if ((await fetch.RunAsync(round, cancellationToken)).IsRefused(out var refusal, out var fetched))
            {
                return Refuse(refusal);
            }

            (Beacon, Announced) = (fetched, fetched.Signature);
        }

        if (Step == "check")
        {
            if (BeaconValue.Read(Office.Draw.DrandRound ?? 0, Office.Draw.BeaconDescription, Announced).IsRefused(out var refusal, out var beacon))
            {
                return Refuse(refusal);
            }

            (Beacon, Announced) = (beacon, beacon switch { DrandQuicknet drand => drand.Signature, Ceremony ceremony => ceremony.Announced, _ => Announced });
        }

        return Page();
    }
}
