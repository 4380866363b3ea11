using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Sweepstakes;

namespace Rewards.Web.Pages.Sweepstakes;

/// <summary>The receipt of a free entry.</summary>
[ResponseCache(NoStore = true)]
public sealed class EnteredModel(ShowFreeEntry show) : PageModel
{
    /// <summary>What was entered.</summary>
    public FreeEntryReceipt Receipt { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await show.RunAsync(id, cancellationToken) is not { } receipt)
        {
            return NotFound();
        }

        Receipt = receipt;
        return Page();
    }
}
