using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Account;

/// <summary>The second step of signing in: a code of the authenticator, or a recovery code.</summary>
[EnableRateLimiting(SignInLimit.Name)]
[ResponseCache(NoStore = true)]
public sealed class SignInCodeModel(SignInStaff signIn) : PageModel
{
    /// <summary>Where someone wanted to go before; only a page of this portal is gone to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why the code was not taken.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>Asks, where the first step was taken.</summary>
    public async Task<IActionResult> OnGetAsync() => await signIn.AwaitsCodeAsync() ? Page() : BackToTheFirstStep();

    /// <summary>Takes the second step.</summary>
    public async Task<IActionResult> OnPostAsync(string? code)
    {
        if (!await signIn.AwaitsCodeAsync())
        {
            return BackToTheFirstStep();
        }

        var outcome = await signIn.ByCodeAsync(code);
        if (!outcome.IsRefused(out var refusal, out var signedIn))
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : signedIn.Landing);
        }

        Refusals = [refusal];
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return Page();
    }

    private RedirectToPageResult BackToTheFirstStep() => RedirectToPage("/Account/SignIn", new { ReturnUrl });
}
