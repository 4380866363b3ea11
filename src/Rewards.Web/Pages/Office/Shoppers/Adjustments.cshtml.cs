using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.FuelPoints;
using Rewards.Domain.FuelPoints;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Shoppers;

/// <summary>Adjustments that wait for another person.</summary>
[ResponseCache(NoStore = true)]
public sealed class AdjustmentsModel(ListAdjustments list) : PageModel
{
    private const int LastPage = 10_000;

    /// <summary>The oldest first.</summary>
    public ListPage<ProposedAdjustment> Shown { get; private set; } = null!;

    /// <summary>How many wait in all.</summary>
    public int Open { get; private set; }

    /// <summary>How one was just decided.</summary>
    public AdjustmentStatus? Done { get; private set; }

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync([FromQuery(Name = "p")] int number, AdjustmentStatus? done, CancellationToken cancellationToken)
    {
        Done = done is AdjustmentStatus.Approved or AdjustmentStatus.Declined or AdjustmentStatus.Withdrawn ? done : null;
        Open = await list.CountAsync(cancellationToken);
        Shown = await list.RunAsync(Math.Clamp(number, 1, LastPage), cancellationToken);
    }

    /// <summary>Whether whoever looks has proposed it.</summary>
    public bool IsOwn(ProposedAdjustment adjustment)
    {
        ArgumentNullException.ThrowIfNull(adjustment);
        return adjustment.ProposedById == StoreClaim.PersonOf(User);
    }
}
