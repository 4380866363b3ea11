using Microsoft.AspNetCore.Mvc;
using Rewards.Application;
using Rewards.Application.Insights;
using Rewards.Domain.Insights;

namespace Rewards.Web.Pages.Office;

/// <summary>One store: its figures, and where it stands beside the others.</summary>
public sealed class StoreModel(
    ShowOverview showOverview, ShowTouchpoints showTouchpoints, ListComments listComments, CountAnswers count,
    ReferenceData reference, ChainSettings chain, TimeProvider clock) : OfficePage(reference, chain, clock)
{
    private const int LatestComments = 6;

    /// <summary>Everything counted.</summary>
    public Overview Overview { get; private set; } = null!;

    /// <summary>Best first.</summary>
    public IReadOnlyList<TouchpointScore> Touchpoints { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Comment> Comments { get; private set; } = [];

    /// <summary>How it stands beside the others; null where it is not ranked.</summary>
    public StandingView? Standing { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        if (!Known.Stores.TryGetValue(number, out var store))
        {
            return NotFound();
        }

        SetFilter(Filter.At(store));
        Overview = await showOverview.RunAsync(Filter.Selection, cancellationToken);
        Touchpoints = await showTouchpoints.ScoresAsync(Filter.Selection, cancellationToken);
        Comments = await listComments.LatestAsync(Filter.Selection, LatestComments, cancellationToken);
        Standing = Overview.Nps.Score is { IsRanked: true } ? await StandingAsync(number, cancellationToken) : null;
        return Page();
    }

    private async Task<StandingView?> StandingAsync(int number, CancellationToken cancellationToken)
    {
        var all = await count.ByStoreAsync(new Selection(Filter.Period), cancellationToken);
        var others = Tally.Sum(all.Where(t => t.Key != number).Select(t => t.Value));
        return Change.Of(Overview.Now.Recommend, others.Recommend) is { } change ? new StandingView(change, others.Nps!) : null;
    }
}
