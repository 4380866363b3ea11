using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Fraud;

namespace Rewards.Web.Pages.Office.Alerts;

/// <summary>What looks wrong: for a person to look at.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(ListAlerts list) : PageModel
{
    private const string Closed = "closed";

    /// <summary>Which are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Which page, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Whether those are shown that somebody has looked at.</summary>
    public bool IsOfClosed => Show == Closed;

    /// <summary>The alerts.</summary>
    public AlertList List { get; private set; } = null!;

    /// <summary>Lists.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) => List = await list.RunAsync(IsOfClosed, PageNumber, cancellationToken);

    /// <summary>The address of another page.</summary>
    public string Link(int page) => $"/office/alerts?{(IsOfClosed ? $"show={Closed}&" : "")}p={page}";
}
