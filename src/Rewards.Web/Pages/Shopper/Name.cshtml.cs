using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Shoppers;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Shopper;

/// <summary>How a shopper is named on the winners list.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NameModel(ShowMyRewards show, SetShopperName set) : PageModel
{
    /// <summary>As typed, or as it is kept.</summary>
    public ShopperName Name { get; private set; } = new(null, null, null);

    /// <summary>Why it was not taken.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await HttpContext.ShopperAsync() is not { } shopper || await show.NameAsync(shopper, cancellationToken) is not { } name)
        {
            return RedirectToPage("/Shopper/My");
        }

        Name = name;
        return Page();
    }

    /// <summary>Keeps the name.</summary>
    public async Task<IActionResult> OnPostAsync(string? firstName, string? lastName, string? town, CancellationToken cancellationToken)
    {
        if (await HttpContext.ShopperAsync() is not { } shopper)
        {
            return RedirectToPage("/Shopper/My");
        }

        Name = new ShopperName(firstName, lastName, town);
        if (!(await set.RunAsync(shopper, Name, cancellationToken)).IsRefused(out var refusal, out _))
        {
            return RedirectToPage("/Shopper/My", null, null, "name");
        }

        Refusals = [refusal];
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return Page();
    }

    /// <summary>Whether a field was refused.</summary>
    public bool IsBad(string field) => Refusals.Any(r => r.Field == field);
}
