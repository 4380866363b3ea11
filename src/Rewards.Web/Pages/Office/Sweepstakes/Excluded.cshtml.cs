using Microsoft.AspNetCore.Mvc;
using Rewards.Application.Sweepstakes;
using Rewards.Web.Hosting;
using Rewards.Web.Pages.Sweepstakes;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>Who cannot win besides the accounts of staff: a list, and the form to write somebody down.</summary>
[ResponseCache(NoStore = true)]
public sealed class ExcludedModel(ExcludePeople exclude) : EntrantPage
{
    /// <summary>This page of it.</summary>
    public ExcludedPeopleList List { get; private set; } = null!;

    /// <summary>Where in the list this page is.</summary>
    public PagingView Paging { get; private set; } = null!;

    /// <summary>Why, as typed.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>What was just done: added, removed.</summary>
    public string? Done { get; private set; }

    /// <summary>Lists.</summary>
    public async Task<IActionResult> OnGetAsync(string? done, CancellationToken cancellationToken)
    {
        Done = done is "added" or "removed" ? done : null;
        List = await exclude.ListAsync(OfficeFilter.NumberOf(Request.Query["page"].ToString()) ?? 1, cancellationToken);
        Paging = new PagingView(List.Page, ExcludePeople.PageSize, List.Total, p => $"/office/sweepstakes/excluded?page={p}");
        return Page();
    }

    /// <summary>Writes somebody down.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!(await exclude.AddAsync(Typed, Note, StoreClaim.PersonOf(User), cancellationToken)).IsRefused(out var refusal, out _))
        {
            return LocalRedirect("/office/sweepstakes/excluded?done=added");
        }

        Refuse(refusal);
        return await OnGetAsync(null, cancellationToken);
    }

    /// <summary>Takes somebody out.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await exclude.RemoveAsync(id, StoreClaim.PersonOf(User), cancellationToken) is not { } refusal)
        {
            return LocalRedirect("/office/sweepstakes/excluded?done=removed");
        }

        Refuse(refusal);
        return await OnGetAsync(null, cancellationToken);
    }
}
