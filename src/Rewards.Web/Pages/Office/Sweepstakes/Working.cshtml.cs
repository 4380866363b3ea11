using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Localization;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>A step that walks over very many entries, while it goes on; afterwards the draw, or why it was refused.</summary>
public sealed class WorkingModel(DrawWork work, Texts texts) : PageModel
{
    /// <summary>What goes on.</summary>
    public DrawJob Job { get; private set; } = null!;

    /// <summary>Of which month.</summary>
    public string DrawId { get; private set; } = "";

    /// <summary>Why it was refused.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>How far it has come, in words.</summary>
    public string Said => texts["drawSteps.walked", Texts.Count(Math.Min(Job.Progress.Walked, Job.Entries)), Texts.Count(Job.Entries)];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string drawId)
    {
        if (work.Of(drawId) is not { } job)
        {
            return LocalRedirect($"/office/sweepstakes/{Uri.EscapeDataString(drawId)}");
        }

        (Job, DrawId) = (job, drawId);
        if (!job.Done.IsCompleted)
        {
            return Page();
        }

        // What went wrong unforeseen is told as any such thing.
        if (await job.Done is not { } refusal)
        {
            return LocalRedirect($"/office/sweepstakes/{drawId}?done={job.Step}");
        }

        Refusals = [refusal];
        return Page();
    }

    /// <summary>How far it has come, for the page's script.</summary>
    public IActionResult OnGetState(string drawId)
    {
        if (work.Of(drawId) is not { } job)
        {
            return NotFound();
        }

        Job = job;
        return new JsonResult(new { job.Progress.Walked, Said, IsDone = job.Done.IsCompleted });
    }
}
