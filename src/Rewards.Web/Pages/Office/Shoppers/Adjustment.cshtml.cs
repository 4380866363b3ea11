using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.FuelPoints;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Shoppers;

/// <summary>One adjustment: with what there is to know before it is approved or declined, and afterwards by whom it was.</summary>
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
            return NotFound();
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

        return await RefuseAsync(id, refusal, cancellationToken);
    }

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken) =>
        (await adjust.WithdrawAsync(id, StoreClaim.PersonOf(User), cancellationToken)).IsRefused(out var refusal, out var withdrawn)
            ? await RefuseAsync(id, refusal, cancellationToken)
            : LocalRedirect($"/office/adjustments?done={withdrawn.Status}");

    private async Task<IActionResult> RefuseAsync(Guid id, Error refusal, CancellationToken cancellationToken)
    {
        Refusals = [refusal];
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return await OnGetAsync(id, cancellationToken);
    }
}
