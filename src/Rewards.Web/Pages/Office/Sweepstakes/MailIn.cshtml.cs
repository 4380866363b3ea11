using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>A month's batches of cards that came by mail.</summary>
[ResponseCache(NoStore = true)]
public sealed class MailInModel(ShowMailIn show, TypeMailIn type, ShowDraw showDraw) : PageModel
{
    private const int LastPage = 10_000;

    /// <summary>Which month.</summary>
    public string DrawId { get; private set; } = "";

    /// <summary>Whether cards can still be typed.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The latest first.</summary>
    public ListPage<MailInLine> Shown { get; private set; } = null!;

    /// <summary>Why no batch was started.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>Lists them.</summary>
    public async Task<IActionResult> OnGetAsync(string drawId, [FromQuery(Name = "p")] int number, CancellationToken cancellationToken)
    {
        if (await showDraw.RunAsync(drawId, 1, cancellationToken) is not { } draw)
        {
            return NotFound();
        }

        DrawId = draw.Times.DrawId;
        IsOpen = draw.Times.Status == SweepstakesStatus.Open;
        Shown = await show.RunAsync(DrawId, Math.Clamp(number, 1, LastPage), cancellationToken);
        return Page();
    }

    /// <summary>Starts a batch.</summary>
    public async Task<IActionResult> OnPostAsync(string drawId, CancellationToken cancellationToken)
    {
        if (!(await type.StartAsync(drawId, StoreClaim.PersonOf(User), cancellationToken)).IsRefused(out var refusal, out var batch))
        {
            return LocalRedirect($"/office/sweepstakes/{drawId}/mail-in/{batch.Id}");
        }

        Refusals = [refusal];
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return await OnGetAsync(drawId, 1, cancellationToken);
    }
}
