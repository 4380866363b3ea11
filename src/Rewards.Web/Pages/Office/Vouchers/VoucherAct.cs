using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Vouchers;

/// <summary>A page that shows a voucher and asks before it does something to it.</summary>
public abstract class VoucherAct(ShowVoucherStory show) : PageModel
{
    /// <summary>The voucher.</summary>
    public VoucherStory Story { get; private set; } = null!;

    /// <summary>Why it was not done.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await show.RunAsync(id, 1, cancellationToken) is not { } story)
        {
            return NotFound();
        }

        Story = story;
        return Page();
    }

    /// <summary>Says why it was not done, and asks again.</summary>
    protected Task<IActionResult> RefuseAsync(Guid id, Error refusal, CancellationToken cancellationToken)
    {
        Refusals = [refusal];
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return OnGetAsync(id, cancellationToken);
    }
}
