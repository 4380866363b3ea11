using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Account;

/// <summary>The first step of signing in, e-mail and password; or the whole of it, a passkey.</summary>
[EnableRateLimiting(SignInLimit.Name)]
[ResponseCache(NoStore = true)]
public sealed class SignInModel(SignInStaff signIn, Passkeys passkeys) : PageModel
{
    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Where someone wanted to go before; only a page of this portal is gone to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why nobody was signed in.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>Whether the e-mail is what was refused.</summary>
    public bool IsBad => Refusals.Any(r => r.Field == "email");

    /// <summary>Asks, or sends on who is signed in.</summary>
    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true
        ? LocalRedirect(SignInStaff.LandingOf(User.IsInRole))
        : Page();

    /// <summary>Takes the first step.</summary>
    public async Task<IActionResult> OnPostAsync(string? password)
    {
        var outcome = await signIn.ByPasswordAsync(Email, password);
        return outcome.IsRefused(out var refusal, out var signedIn) ? Refuse(refusal)
            : signedIn.NeedsCode ? RedirectToPage("/Account/SignInCode", new { ReturnUrl })
            : GoOn(signedIn.Landing);
    }

    /// <summary>For script: what the browser is to show.</summary>
    public async Task<IActionResult> OnPostAskAsync() => Content(await passkeys.AskForAnyAsync(), "application/json");

    /// <summary>Signs in with what the browser showed.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string? credential) =>
        (await passkeys.SignInAsync(credential)).IsRefused(out var refusal, out var landing) ? Refuse(refusal) : GoOn(landing);

    private LocalRedirectResult GoOn(string landing) => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : landing);

    private PageResult Refuse(Error refusal)
    {
        Refusals = [refusal];
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return Page();
    }
}
