using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Account;

/// <summary>The first step of signing in: e-mail and password.</summary>
[EnableRateLimiting(SignInLimit.Name)]
[ResponseCache(NoStore = true)]
public sealed class SignInModel(SignInStaff signIn) : PageModel
{
    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Where someone wanted to go before; only a page of this portal is gone to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why nobody was signed in.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>Asks, or sends on who is signed in.</summary>
    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true
        ? LocalRedirect(SignInStaff.LandingOf(User.IsInRole))
        : Page();

    /// <summary>Takes the first step.</summary>
    public async Task<IActionResult> OnPostAsync(string? password)
    {
        var outcome = await signIn.ByPasswordAsync(Email, password);
        if (outcome.IsRefused(out var refusal, out var signedIn))
        {
            Refusals = [refusal];
            Response.StatusCode = ProblemPage.StatusOf(refusal);
            return Page();
        }

        return signedIn.NeedsCode
            ? RedirectToPage("/Account/SignInCode", new { ReturnUrl })
            : LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : signedIn.Landing);
    }
}
