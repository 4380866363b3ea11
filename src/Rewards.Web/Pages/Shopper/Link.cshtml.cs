using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Shoppers;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Shopper;

/// <summary>What a mailed link opens. Only the button uses it up: mail scanners open links before their readers do.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LinkModel(ShowSignInLink show, UseSignInLink use) : PageModel
{
    /// <summary>Whom the link lets in; null where it is refused.</summary>
    public string? Email { get; private set; }

    /// <summary>Why the link is not taken.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>Shows the button.</summary>
    public async Task OnGetAsync(Guid id, string signature, CancellationToken cancellationToken)
    {
        if ((await show.RunAsync(id, signature, cancellationToken)).IsRefused(out var refusal, out var link))
        {
            Refuse(refusal);
            return;
        }

        Email = link.Email;
    }

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string signature, CancellationToken cancellationToken)
    {
        if ((await use.RunAsync(id, signature, cancellationToken)).IsRefused(out var refusal, out var signedIn))
        {
            Refuse(refusal);
            return Page();
        }

        await HttpContext.SignShopperInAsync(signedIn.ShopperId);
        return RedirectToPage("/Shopper/My");
    }

    private void Refuse(Error refusal)
    {
        Refusal = refusal;
        Response.StatusCode = ProblemPage.StatusOf(refusal);
    }
}
