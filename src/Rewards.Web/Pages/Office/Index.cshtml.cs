using Microsoft.AspNetCore.Mvc;
using Rewards.Application;
using Rewards.Application.Insights;

namespace Rewards.Web.Pages.Office;

/// <summary>The first page on a Monday morning: what moved, in which store, and whether it is noise.</summary>
public sealed class IndexModel(
    ShowOverview showOverview, ShowTouchpoints showTouchpoints, ListComments listComments,
    ReferenceData reference, ChainSettings chain, TimeProvider clock) : OfficePage(reference, chain, clock)
{
    private const int LowestStores = 8;
    private const int LatestComments = 6;

    /// <summary>Everything counted.</summary>
    public Overview Overview { get; private set; } = null!;

    /// <summary>Best first.</summary>
    public IReadOnlyList<TouchpointScore> Touchpoints { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Comment> Comments { get; private set; } = [];

    /// <summary>The ranked stores with the lowest NPS.</summary>
    public IReadOnlyList<StoreScores> Lowest { get; private set; } = [];

    /// <summary>Shows it; a store has a page of its own.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Filter.Store is { } store)
        {
            return Redirect(Filter.StoreLink(store.Number));
        }

        Overview = await showOverview.RunAsync(Filter.Selection, cancellationToken);
        Touchpoints = await showTouchpoints.ScoresAsync(Filter.Selection, cancellationToken);
        Comments = await listComments.LatestAsync(Filter.Selection, LatestComments, cancellationToken);
        Lowest = [.. Overview.Stores.Where(s => s.Nps is { IsRanked: true }).OrderBy(s => s.Nps!.Value).Take(LowestStores)];
        return Page();
    }
}
