using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Vouchers;

namespace Rewards.Web.Pages.Office.Vouchers;

/// <summary>One voucher's whole story.</summary>
[ResponseCache(NoStore = true)]
public sealed class VoucherModel(ShowVoucherStory show) : PageModel
{
    private const int LastPage = 10_000;

    /// <summary>What there is to tell.</summary>
    public VoucherStory Story { get; private set; } = null!;

    /// <summary>What was just done: <c>void</c> or <c>mailed</c>.</summary>
    public string? Done { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "p")] int number, string? done, CancellationToken cancellationToken)
    {
        if (await show.RunAsync(id, Math.Clamp(number, 1, LastPage), cancellationToken) is not { } story)
        {
            return NotFound();
        }

        (Story, Done) = (story, done is "void" or "mailed" ? done : null);
        return Page();
    }
}
