using Microsoft.AspNetCore.Mvc;
using Rewards.Application.Sweepstakes;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>Draws: first asks for the announced value, then shows it once more.</summary>
public sealed class RunModel(RunDrawing run, ShowSweepstakes show, TimeProvider clock) : StepPage(show, clock)
{
    /// <summary>The value, as typed.</summary>
    [BindProperty]
    public string? Announced { get; set; }

    /// <summary><c>check</c>, <c>draw</c>, or <c>change</c> for back to the field.</summary>
    [BindProperty]
    public string? Step { get; set; }

    /// <summary>The value as it will be hashed; null while it is asked for.</summary>
    public string? Value { get; private set; }

    /// <inheritdoc/>
    protected override DrawPhase Turn => DrawPhase.Announced;

    /// <summary>Checks, or draws.</summary>
    public async Task<IActionResult> OnPostAsync(string drawId, CancellationToken cancellationToken)
    {
        if (await FindAsync(drawId, cancellationToken) is { } instead)
        {
            return instead;
        }

        if (Step == "draw")
        {
            return (await run.RunAsync(drawId, Announced, Me, cancellationToken)).IsRefused(out var refusal, out _)
                ? Refuse(refusal)
                : Done(drawId, "run");
        }

        if (Step == "check")
        {
            if (CeremonyText.Read(Announced, "announced").IsRefused(out var refusal, out var value))
            {
                return Refuse(refusal);
            }

            Value = value;
        }

        return Page();
    }
}
