using Rewards.Application.Insights;
using Rewards.Application.Localization;
using Rewards.Domain.Insights;

namespace Rewards.Web.Pages.Office;

/// <summary>The figures of a period with what is behind each: of all stores, or of one.</summary>
/// <param name="Texts">The words.</param>
/// <param name="Overview">Everything counted.</param>
/// <param name="Filter">What is looked at.</param>
/// <param name="TouchpointScores">Satisfaction with each touchpoint.</param>
/// <param name="Standing">Of one store: how it stands beside the others; null where it is not ranked.</param>
public sealed record OverviewView(Texts Texts, Overview Overview, OfficeFilter Filter, TouchpointsView TouchpointScores, StandingView? Standing = null)
{
    private const int MostMovers = 6;

    /// <summary>Of all stores: those that moved for real, furthest first.</summary>
    public MoversView? Movers => Filter.Store is not null ? null : new MoversView(
        [.. Overview.Stores.Where(s => s.NpsChange is { IsReal: true }).OrderByDescending(s => Math.Abs(s.NpsChange!.StandardErrors)).Take(MostMovers)],
        Overview.Stores.Any(s => s.NpsChange is not null),
        Filter);

    /// <summary>The figures in the order they are shown.</summary>
    public IReadOnlyList<TileView> Tiles =>
    [
        TileView.OfNps(Texts, Stores("nps"), Overview.Nps),
        TileView.OfShare(Texts, "office.csat", Stores("csat"), Overview.Csat, "office.answers"),
        TileView.OfEase(Texts, Stores("ces"), Overview.Now.Ces, Overview.Easy),
        new TileView(
            Texts["office.responses"],
            Comments(null),
            Figures.Count(Overview.Participation.Sent),
            "",
            [Texts["office.before", Figures.Count(Overview.ParticipationBefore.Sent)]],
            Overview.SentChange),
        Overview.Participation.Responded.Of == 0
            ? new TileView(Texts["office.response-rate"], Stores("responses"), null, Texts["office.rate-unknown"], [Texts["office.receipts-unknown"]], null)
            : TileView.OfShare(Texts, "office.response-rate", Stores("responses"), Overview.Responded, "office.of-receipts"),
        TileView.OfShare(Texts, "office.completion", Touchpoints + "#drop-off", Overview.Completed, "office.of-begun"),
    ];

    /// <summary>Who would recommend the chain, with the comments behind it.</summary>
    public IReadOnlyList<BandView> Bands
    {
        get
        {
            var answers = Overview.Now.Recommend;
            return
            [
                new BandView("promoter", Texts["office.promoters"], answers.Promoters, answers.Count, Comments("promoters")),
                new BandView("passive", Texts["office.passives"], answers.Passives, answers.Count, Comments("passives")),
                new BandView("detractor", Texts["office.detractors"], answers.Detractors, answers.Count, Comments("detractors")),
            ];
        }
    }

    /// <summary>The NPS over time.</summary>
    public TimelineView Nps => new(TimelineScore.Nps, Overview.Timeline, OfDays);

    /// <summary>Satisfaction over time.</summary>
    public TimelineView Csat => new(TimelineScore.Csat, Overview.Timeline, OfDays);

    /// <summary>All about touchpoints.</summary>
    public string Touchpoints => Filter.Link("/office/touchpoints", ("store", Filter.StoreNumber));

    private string Comments(string? band) =>
        Filter.Link("/office/comments", ("store", Filter.StoreNumber), ("band", band), ("show", "all"));

    private string Stores(string sort) => Filter.Store is null ? Filter.Link("/office/stores", ("sort", sort)) : Comments(null);

    private string OfDays(Period days) =>
        Filter.Link(Filter.Store is null ? "/office" : $"/office/stores/{Filter.StoreNumber}", days);
}

/// <summary>Those who gave a score of the same kind.</summary>
/// <param name="Kind">The class that it is coloured by.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Count">How many.</param>
/// <param name="Of">Of how many.</param>
/// <param name="Link">What they wrote.</param>
public sealed record BandView(string Kind, string Name, int Count, int Of, string Link)
{
    /// <summary>In per cent.</summary>
    public double Share => Of == 0 ? 0 : 100.0 * Count / Of;
}

/// <summary>Stores that moved.</summary>
/// <param name="Stores">Furthest first.</param>
/// <param name="AreRanked">Whether any store has answers enough in both periods to be compared.</param>
/// <param name="Filter">What is looked at.</param>
public sealed record MoversView(IReadOnlyList<StoreScores> Stores, bool AreRanked, OfficeFilter Filter);

/// <summary>How a store stands beside the others.</summary>
/// <param name="Change">How far its NPS lies from theirs.</param>
/// <param name="Others">The NPS of all others together.</param>
public sealed record StandingView(Change Change, Score Others);
