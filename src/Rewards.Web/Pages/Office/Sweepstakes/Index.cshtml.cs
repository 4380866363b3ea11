using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Sweepstakes;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>Every month's sweepstakes and what is to be done next.</summary>
public sealed class IndexModel(ListSweepstakes list, TimeProvider clock) : PageModel
{
    /// <summary>Which months, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>The months.</summary>
    public SweepstakesList List { get; private set; } = new(1, false, []);

    /// <summary>Now, UTC.</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) => List = await list.RunAsync(PageNumber, cancellationToken);
}
