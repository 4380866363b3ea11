using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Localization;
using Rewards.Application.Receipts;
using Rewards.Application.Vouchers;
using Rewards.Domain.Receipts;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Shopper;

/// <summary>
/// What a voucher's QR opens: its owner sees the voucher, staff of a store land where it is redeemed. Whoever guesses codes is
/// answered the same for all of them, and soon not at all.
/// </summary>
[ResponseCache(NoStore = true)]
public sealed class VoucherModel(ShowVoucher show, IAuthorizationService authorization, Texts texts) : PageModel
{
    /// <summary>The voucher; null where it is not shown.</summary>
    public ShownVoucher? Shown { get; private set; }

    /// <summary>Why it is not shown.</summary>
    public string? Why { get; private set; }

    /// <summary>Shows the voucher, or sends staff to the desk.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if ((await authorization.AuthorizeAsync(User, Hosting.SignIn.StoreDesk)).Succeeded)
        {
            return RedirectToPage("/Store/Redeem", new { code });
        }

        var outcome = await show.RunAsync(code, HttpContext.ClientAddress(), cancellationToken);
        if (outcome.IsRefused(out var refusal, out var shown))
        {
            Why = refusal is TooManyCodes ? texts[refusal] : texts["voucher.unknown"];
            Response.StatusCode = refusal is TooManyCodes ? ProblemPage.StatusOf(refusal) : StatusCodes.Status404NotFound;
            return Page();
        }

        Shown = shown;
        return Page();
    }
}
