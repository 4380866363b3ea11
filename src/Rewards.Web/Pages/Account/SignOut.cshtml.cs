using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Data.Staff;

namespace Rewards.Web.Pages.Account;

/// <summary>The way out. A link cannot take it, only a form of this portal.</summary>
public sealed class SignOutModel(SignInManager<StaffUser> signIn) : PageModel
{
    /// <summary>Whoever opens the address is shown their account, where the button is.</summary>
    public IActionResult OnGet() => RedirectToPage("/Account/Index");

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return RedirectToPage("/Account/SignIn");
    }
}
