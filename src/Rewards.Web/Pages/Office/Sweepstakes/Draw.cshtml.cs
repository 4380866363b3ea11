using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.Localization;
using Rewards.Application.Sweepstakes;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>A month's draw: where it stands, what happens next and when, who won.</summary>
public sealed class DrawModel(ShowSweepstakes show, ShowEntryWays showWays, PortalSettings settings, TimeProvider clock) : PageModel
{
    private static readonly string[] _steps = ["freeze", "commit", "run"];

    /// <summary>Which of the winners, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>The step that was just taken.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>The draw.</summary>
    public OfficeDraw Office { get; private set; } = null!;

    /// <summary>Entries and wins by way of entry.</summary>
    public EntryWays Ways { get; private set; } = null!;

    /// <summary>Where it stands now.</summary>
    public DrawPhase Phase { get; private set; }

    /// <summary>Days that a winner has to answer.</summary>
    public int ClaimDays => settings.Sweepstakes.ClaimDays;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string drawId, CancellationToken cancellationToken)
    {
        if (await show.RunAsync(drawId, PageNumber, cancellationToken) is not { } office)
        {
            return NotFound();
        }

        Office = office;
        Ways = await showWays.RunAsync(drawId, cancellationToken);
        Phase = office.Draw.Times.PhaseAt(clock.GetUtcNow().UtcDateTime);
        Done = _steps.Contains(Done) ? Done : null;
        return Page();
    }

    /// <summary>Who took a step, in words; null where nobody has.</summary>
    public static string? By(Officer? officer, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return officer is null ? null : officer.Name is null ? texts["drawsOffice.by-gone"] : texts["drawsOffice.by", officer.Name];
    }
}
