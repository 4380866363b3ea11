using Rewards.Application.Localization;
using Rewards.Domain.Insights;

namespace Rewards.Web.Pages.Office;

/// <summary>A figure with its interval and its change, linked to what is behind it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Link">What is behind it.</param>
/// <param name="Value">The figure; null where there is none to show.</param>
/// <param name="Missing">What is said instead of it.</param>
/// <param name="Details">Interval, number of answers: a line each.</param>
/// <param name="Change">Against the period before.</param>
public sealed record TileView(
    string Name, string Link, string? Value, string Missing, IReadOnlyList<string> Details, Change? Change)
{
    /// <summary>The NPS.</summary>
    public static TileView OfNps(Texts texts, string link, Figure figure) => Of(
        texts, "office.nps", link, figure, s => Figures.Nps(s.Value), s => texts.NpsInterval(s), "office.answers");

    /// <summary>A share in per cent.</summary>
    /// <param name="texts">The words.</param>
    /// <param name="name">The key of its name.</param>
    /// <param name="link">What is behind it.</param>
    /// <param name="figure">The share.</param>
    /// <param name="unit">The key of what it is a share of.</param>
    public static TileView OfShare(Texts texts, string name, string link, Figure figure, string unit) => Of(
        texts, name, link, figure, s => Figures.Percent(s.Value), s => texts.ShareInterval(s), unit);

    /// <summary>Ease: the share that found it easy, with the mean answer.</summary>
    public static TileView OfEase(Texts texts, string link, EffortScore? ease, Figure easy)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var tile = OfShare(texts, "office.ces", link, easy, "office.answers");
        return tile.Value is not null && ease is not null
            ? tile with { Details = [.. tile.Details, texts["office.ces-mean", Figures.Mean(ease.Mean)]] }
            : tile;
    }

    private static TileView Of(
        Texts texts, string name, string link, Figure figure, Func<Score, string> value, Func<Score, string> interval, string unit)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Score is { IsShown: true } score
            ? new TileView(texts[name], link, value(score), "", [interval(score), texts[unit, Figures.Count(score.Answers)]], figure.Change)
            : new TileView(texts[name], link, null, texts["office.not-enough"], [texts["office.few", figure.Score?.Answers ?? 0, Score.FewestToShow]], null);
    }
}
