using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Domain.Vouchers;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office;

/// <summary>What desks redeemed without network and could not be taken in: for a person to resolve.</summary>
[ResponseCache(NoStore = true)]
public sealed class ExceptionsModel(ListOfflineExceptions list, SettleOfflineRedemption settle) : PageModel
{
    private const string Resolved = "resolved";

    /// <summary>This page of them.</summary>
    public OfflineExceptions List { get; private set; } = null!;

    /// <summary>Where in the list this page is.</summary>
    public PagingView Paging { get; private set; } = null!;

    /// <summary>Which are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Whether those that were resolved are shown.</summary>
    public bool IsOfResolved => Show == Resolved;

    /// <summary>Whether one was resolved just now.</summary>
    public bool Done { get; private set; }

    /// <summary>Why it was not.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>Lists.</summary>
    /// <param name="done">Whether one was resolved just now.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IActionResult> OnGetAsync(bool done, CancellationToken cancellationToken)
    {
        Done = done && Refusal is null;
        List = await list.RunAsync(IsOfResolved, OfficeFilter.NumberOf(Request.Query["page"].ToString()) ?? 1, cancellationToken);
        Paging = new PagingView(
            List.Page, ListOfflineExceptions.PageSize, List.Total, p => $"/office/exceptions?{(IsOfResolved ? $"show={Resolved}&" : "")}page={p}");
        if (Refusal is not null)
        {
            Response.StatusCode = ProblemPage.StatusOf(Refusal);
        }

        return Page();
    }

    /// <summary>Resolves one.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, OfflineResolution? resolution, string? note, CancellationToken cancellationToken)
    {
        Refusal = await settle.RunAsync(id, resolution, note, StoreClaim.PersonOf(User), cancellationToken);
        return Refusal is null ? Redirect("/office/exceptions?done=true") : await OnGetAsync(false, cancellationToken);
    }
}
