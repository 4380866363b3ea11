using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.Localization;
using Rewards.Application.Sweepstakes;
using Rewards.Application.Sweepstakes.Claims;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>A month's draw: where it stands, what happens next and when, who won.</summary>
public sealed class DrawModel(
    ShowSweepstakes show, ShowEntryWays showWays, ListExclusions exclusions, ExportWinners winners, TimeProvider clock) : PageModel
{
    private static readonly string[] _steps = ["freeze", "commit", "run", "proposed", "withdrawn", "declined", "prize-taken"];

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
        Excluded = office.ExcludedCount == 0 ? [] : await exclusions.FirstAsync(drawId, cancellationToken);
        Done = _steps.Contains(Done) ? Done : null;
        return Page();
    }

    /// <summary>Which entries were excluded, the first of them.</summary>
    public IReadOnlyList<ExcludedEntry> Excluded { get; private set; } = [];

    /// <summary>Whether the one who looks proposed what waits.</summary>
    public bool IsOwn => Office.Proposal?.By.Id == StoreClaim.PersonOf(User);

    /// <summary>All that were excluded, as a table.</summary>
    public async Task<IActionResult> OnGetExcludedAsync(string drawId, CancellationToken cancellationToken)
    {
        var rows = await exclusions.AllAsync(drawId).ToListAsync(cancellationToken);
        return File(
            Csv.Write(["entryId", "date", "reason", "shopper"], rows.Select(object?[] (r) => [r.EntryId, r.EnteredOn, r.Reason, r.Shopper])),
            "text/csv",
            "excluded.csv");
    }

    /// <summary>The winners as states ask for them, as a table; who downloads it is on record.</summary>
    public async Task<IActionResult> OnPostWinnersAsync(string drawId, CancellationToken cancellationToken) =>
        (await winners.RunAsync(drawId, StoreClaim.PersonOf(User), cancellationToken)).IsRefused(out _, out var table)
            ? NotFound()
            : File(table, "text/csv", $"winners-{drawId}.csv");

    /// <summary>Who took a step, and who proposed it, in words; null where nobody has.</summary>
    public static string? By(Officer? officer, Texts texts, Officer? proposedBy = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return officer is null ? null
            : proposedBy is null ? officer.Name is null ? texts["drawsOffice.by-gone"] : texts["drawsOffice.by", StaffName.Of(officer.Name)]
            : texts["drawSteps.by-two", NameOf(proposedBy, texts), NameOf(officer, texts)];
    }

    /// <summary>An officer in a sentence.</summary>
    public static string NameOf(Officer officer, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(officer);
        ArgumentNullException.ThrowIfNull(texts);
        return officer.Name is null ? texts["drawSteps.gone"] : StaffName.Of(officer.Name);
    }
}
