using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Sweepstakes.Filings;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>What states ask of the months' sweepstakes, by when, and what of it is done.</summary>
[ResponseCache(NoStore = true)]
public sealed class CalendarModel(ListFilings list, MarkFiling mark) : PageModel
{
    private const string Done = "done";

    /// <summary>This page of it.</summary>
    public FilingList List { get; private set; } = null!;

    /// <summary>Where in the list this page is.</summary>
    public PagingView Paging { get; private set; } = null!;

    /// <summary>Which are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Whether those that are done are shown.</summary>
    public bool IsOfDone => Show == Done;

    /// <summary>What was just noted: done, reopened.</summary>
    public string? Noted { get; private set; }

    /// <summary>Why it was not.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>Lists.</summary>
    public async Task<IActionResult> OnGetAsync(string? noted, CancellationToken cancellationToken)
    {
        Noted = noted is "done" or "reopened" ? noted : null;
        List = await list.RunAsync(IsOfDone, OfficeFilter.NumberOf(Request.Query["page"].ToString()) ?? 1, cancellationToken);
        Paging = new PagingView(
            List.Page, ListFilings.PageSize, List.Total, p => $"/office/sweepstakes/calendar?{(IsOfDone ? $"show={Done}&" : "")}page={p}");
        if (Refusal is not null)
        {
            Response.StatusCode = ProblemPage.StatusOf(Refusal);
        }

        return Page();
    }

    /// <summary>Notes that a task is done, or opens it again.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, bool done, string? note, CancellationToken cancellationToken)
    {
        Refusal = await mark.RunAsync(id, done, note, StoreClaim.PersonOf(User), cancellationToken);
        return Refusal is null
            ? Redirect($"/office/sweepstakes/calendar?{(done ? "" : $"show={Done}&")}noted={(done ? "done" : "reopened")}")
            : await OnGetAsync(null, cancellationToken);
    }
}
