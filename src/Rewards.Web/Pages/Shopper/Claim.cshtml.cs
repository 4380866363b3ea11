using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Localization;
using Rewards.Application.Shoppers;
using Rewards.Application.Surveys;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Shopper;

/// <summary>
/// Claims what is held for a response that was sent without a person. The reference is the key, so no cookie and no token is
/// asked for.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ClaimModel(ClaimAwards claim, ShowConfirmation show) : PageModel
{
    /// <summary>As typed, or as the link has it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Reference { get; set; }

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Card { get; set; }

    /// <summary>What was credited; null where nothing was claimed yet.</summary>
    public Confirmation? Credited { get; private set; }

    /// <summary>Why nothing was.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Claims; sent again, the answer is the same.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await claim.RunAsync(
            Reference, new ContactDetails(Email, Card), Texts.CurrentLanguage, HttpContext.ClientAddress(), cancellationToken);
        if (outcome.IsRefused(out var refusal, out var claimed))
        {
            Refusal = refusal;
            Response.StatusCode = ProblemPage.StatusOf(refusal);
            return Page();
        }

        Credited = await show.OfResponseAsync(claimed.ResponseId, cancellationToken);
        return Page();
    }

    /// <summary>Whether a field was refused.</summary>
    public bool IsBad(string field) => Refusal?.Field == field;
}
