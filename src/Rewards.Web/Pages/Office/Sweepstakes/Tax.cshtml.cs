using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Sweepstakes.Claims;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>What was given to whom in a calendar year, and which sums are reported for tax.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TaxModel(ListTaxForms list) : PageModel
{
    private const int FirstYear = 2000;

    /// <summary>The calendar year; the current one where none is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>The year's figures.</summary>
    public TaxForms Forms { get; private set; } = null!;

    /// <summary>Where in the list this page is.</summary>
    public PagingView Paging { get; private set; } = null!;

    /// <summary>The latest that can be asked for.</summary>
    public int LastYear => list.LastYear;

    private int Chosen => Math.Clamp(Year ?? list.LastYear, FirstYear, list.LastYear);

    /// <summary>Lists.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Forms = await list.RunAsync(Chosen, OfficeFilter.NumberOf(Request.Query["page"].ToString()) ?? 1, cancellationToken);
        Paging = new PagingView(Forms.Page, ListTaxForms.PageSize, Forms.Total, p => $"/office/sweepstakes/tax?year={Chosen}&page={p}");
    }

    /// <summary>The figures of the forms, as a table; who downloads it is on record.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        File(await list.FileAsync(Chosen, StoreClaim.PersonOf(User), cancellationToken), "text/csv", $"1099-misc-{Chosen}.csv");
}
