using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>
/// A step of a draw that cannot be undone: its page says what it does, and only a button on that page takes it. Where it is
/// not the step's turn, the draw's own page is shown instead.
/// </summary>
public abstract class StepPage(DrawWork work, ShowSweepstakes show, TimeProvider clock) : PageModel
{
    // Longer than that a step is looked at while it goes on.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(4);

    /// <summary>The draw.</summary>
    public OfficeDraw Office { get; private set; } = null!;

    /// <summary>Why the step was not taken.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>The same for the summary on top.</summary>
    public IReadOnlyList<Error> Refusals => Refusal is null ? [] : [Refusal];

    /// <summary>The rules' clock.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <summary>The phase in which the step can be taken.</summary>
    protected abstract DrawPhase Turn { get; }

    /// <summary>Whoever presses the button.</summary>
    protected Guid Me => StoreClaim.PersonOf(User);

    /// <summary>Whether the one who looks at the page took a step before, or proposed one.</summary>
    public bool TookAStepBefore =>
        new[] { Office.FreezeProposedBy, Office.FrozenBy, Office.CommitProposedBy, Office.CommittedBy }.Any(o => o?.Id == Me);

    /// <summary>The field's part of the refusal.</summary>
    public Error? RefusalOf(string field) => Refusal?.Field == field ? Refusal : null;

    /// <summary>Shows the step.</summary>
    public async Task<IActionResult> OnGetAsync(string drawId, CancellationToken cancellationToken) =>
        await FindAsync(drawId, cancellationToken) ?? Page();

    /// <summary>Finds the draw.</summary>
    /// <returns>What to answer instead of the page; null where it is the step's turn.</returns>
    protected async Task<IActionResult?> FindAsync(string drawId, CancellationToken cancellationToken)
    {
        if (await show.RunAsync(drawId, 1, cancellationToken) is not { } office)
        {
            return NotFound();
        }

        Office = office;
        return office.Draw.Times.PhaseAt(Clock.GetUtcNow().UtcDateTime) == Turn ? null : LocalRedirect($"/office/sweepstakes/{drawId}");
    }

    /// <summary>Shows the step again, with what was wrong.</summary>
    protected PageResult Refuse(Error refusal)
    {
        Refusal = refusal;
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return Page();
    }

    /// <summary>Takes a step that walks over all entries: few are done at once, of many it is shown how far it has come.</summary>
    protected async Task<IActionResult> WalkAsync<TUseCase, TResult>(string drawId, string step, long entries, Func<TUseCase, Task<Outcome<TResult>>> take)
        where TUseCase : notnull
        where TResult : notnull
    {
        var job = work.Begin(drawId, step, entries, take);
        if (job.Step != step || await Task.WhenAny(job.Done, Task.Delay(_patience)) != job.Done)
        {
            return LocalRedirect($"/office/sweepstakes/{drawId}/working");
        }

        return await job.Done is { } refusal ? Refuse(refusal) : Done(drawId, step);
    }

    /// <summary>Shows the draw after the step.</summary>
    protected LocalRedirectResult Done(string drawId, string step) => LocalRedirect($"/office/sweepstakes/{drawId}?done={step}");
}
