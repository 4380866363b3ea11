using System.Globalization;
using Microsoft.AspNetCore.Html;
using Rewards.Domain.Insights;

namespace Rewards.Web.Pages.Office;

/// <summary>A score and its interval drawn on its scale, to compare a column of them at a glance. The numbers stand beside it.</summary>
public static class Whisker
{
    private const int Width = 120;
    private const int Height = 16;

    /// <summary>Draws one.</summary>
    /// <param name="score">The score.</param>
    /// <param name="lowest">The scale's lower end.</param>
    /// <param name="highest">The scale's upper end.</param>
    /// <param name="all">The score of all together, as a line through the column.</param>
    public static IHtmlContent Svg(Score score, double lowest, double highest, Score? all)
    {
        ArgumentNullException.ThrowIfNull(score);
        var line = all is null ? "" : $"""<path class="all" d="M{X(all.Value)} 0v{Height}"/>""";
        return new HtmlString(
            $"""
            <svg class="whisker" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" aria-hidden="true"><path class="scale-line" d="M0 {Height / 2}h{Width}"/>{line}<path class="ends-of" d="M{X(score.Low)} {Height / 2}H{X(score.High)}"/><circle cx="{X(score.Value)}" cy="{Height / 2}" r="4"/></svg>
            """);

        string X(double value) =>
            Invariant(4 + ((Width - 8) * (value - lowest) / (highest - lowest)));
    }

    /// <summary>A number as drawings and scripts read it, to a tenth.</summary>
    public static string Invariant(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
