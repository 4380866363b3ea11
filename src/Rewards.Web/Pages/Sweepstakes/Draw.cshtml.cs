using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Sweepstakes;

namespace Rewards.Web.Pages.Sweepstakes;

/// <summary>A month's draw, for everyone to check.</summary>
public sealed class DrawModel(ShowDraw show, TimeProvider clock) : PageModel
{
    /// <summary>Which of the winners, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>The draw.</summary>
    public PublicDraw Draw { get; private set; } = null!;

    /// <summary>Where it stands now.</summary>
    public DrawPhase Phase { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string drawId, CancellationToken cancellationToken)
    {
        if (await show.RunAsync(drawId, PageNumber, cancellationToken) is not { } draw)
        {
            return NotFound();
        }

        Draw = draw;
        Phase = draw.Times.PhaseAt(clock.GetUtcNow().UtcDateTime);
        return Page();
    }
}
