using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Shopper;

/// <summary>A shopper's way out. A link cannot take it, only a form of this portal.</summary>
public sealed class SignOutModel : PageModel
{
    /// <summary>Whoever opens the address is shown the page where the button is.</summary>
    public IActionResult OnGet() => RedirectToPage("/Shopper/My");

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignShopperOutAsync();
        return RedirectToPage("/Shopper/My");
    }
}
