using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.Sweepstakes;

namespace Rewards.Web.Pages.Sweepstakes;

/// <summary>Who won, month by month: open to everyone.</summary>
public sealed class WinnersModel(ListWinners list, ReferenceData reference, TimeProvider clock) : PageModel
{
    /// <summary>Which months, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>The months.</summary>
    public WinnersList List { get; private set; } = new(1, false, []);

    /// <summary>The draw id of the month that takes entries now.</summary>
    public string? OpenDrawId { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        List = await list.RunAsync(PageNumber, cancellationToken);
        OpenDrawId = (await reference.GetAsync(cancellationToken)).SweepstakesAt(clock.GetUtcNow().UtcDateTime)?.DrawId;
    }
}
