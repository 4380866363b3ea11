using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.FuelPoints;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Shoppers;

/// <summary>One adjustment that waits, with what there is to know before it is approved or declined.</summary>
[ResponseCache(NoStore = true)]
public sealed class AdjustmentModel(ListAdjustments list, AdjustFuelPoints adjust, ShowFuelPoints fuelPoints) : PageModel
{
    /// <summary>What is proposed.</summary>
    public ProposedAdjustment Adjustment { get; private set; } = null!;

    /// <summary>What the shopper can spend now.</summary>
    public int Spendable { get; private set; }

    /// <summary>Why it was not decided.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>Whether whoever looks has proposed it.</summary>
    public bool IsOwn => Adjustment.ProposedById == StoreClaim.PersonOf(User);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await list.FindAsync(id, cancellationToken) is not { } found)
        {
            return Refusals.Count == 0 ? NotFound() : StatusCode(Response.StatusCode);
        }

        Adjustment = found;
        Spendable = (await fuelPoints.OfShopperAsync(found.ShopperId, cancellationToken)).Points;
        return Page();
    }

    /// <summary>Decides it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, bool approves, CancellationToken cancellationToken)
    {
        if (!(await adjust.DecideAsync(id, approves, StoreClaim.PersonOf(User), cancellationToken)).IsRefused(out var refusal, out var decided))
        {
            return LocalRedirect($"/office/adjustments?done={decided.Status}");
        }

        Refusals = [refusal];
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return await OnGetAsync(id, cancellationToken);
    }
}
