using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.FuelPoints;
using Rewards.Application.Shoppers;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Shoppers;

/// <summary>Finds one shopper. What was typed is posted, so that no address stands in histories and logs.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(LookUpShopper lookUp, ListAdjustments adjustments) : PageModel
{
    /// <summary>As typed.</summary>
    public string? Who { get; private set; }

    /// <summary>How many adjustments wait.</summary>
    public int Open { get; private set; }

    /// <summary>Why nobody was found.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>Asks.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) => Open = await adjustments.CountAsync(cancellationToken);

    /// <summary>Finds.</summary>
    public async Task<IActionResult> OnPostAsync(string? who, CancellationToken cancellationToken)
    {
        var outcome = await lookUp.RunAsync(who, cancellationToken);
        if (!outcome.IsRefused(out var refusal, out var id))
        {
            return LocalRedirect($"/office/shoppers/{id}");
        }

        (Who, Refusals) = (who, [refusal]);
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        await OnGetAsync(cancellationToken);
        return Page();
    }
}
