using System.Globalization;
using Rewards.Application.Localization;
using Rewards.Domain.Insights;

namespace Rewards.Web.Pages.Office;

/// <summary>Scores, changes and days as the office writes them.</summary>
public static class Figures
{
    private const char Minus = '−';
    private const string PercentSign = "\u00a0%";

    /// <summary>A count: <c>2,911</c>.</summary>
    public static string Count(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>An NPS: <c>41</c>, <c>−7</c>.</summary>
    public static string Nps(double value) => Signed(Math.Round(value, MidpointRounding.AwayFromZero), "0");

    /// <summary>A share in per cent: <c>82 %</c>; a small one with a decimal, <c>6.2 %</c>.</summary>
    public static string Percent(double value) => value.ToString(value is > 0 and < 10 ? "0.0" : "0", CultureInfo.CurrentCulture) + PercentSign;

    /// <summary>A mean answer: <c>5.9</c>.</summary>
    public static string Mean(double value) => value.ToString("0.0", CultureInfo.CurrentCulture);

    /// <summary>The interval of an NPS: <c>38 to 44</c>.</summary>
    public static string NpsInterval(this Texts texts, Score score) => texts["office.interval", Nps(score.Low), Nps(score.High)];

    /// <summary>The interval of a share: <c>80.5 to 83.3</c>.</summary>
    public static string ShareInterval(this Texts texts, Score score) => texts["office.interval", Mean(score.Low), Mean(score.High)];

    /// <summary>A change and its verdict: <c>+3, real</c>, <c>no change</c>.</summary>
    public static string ChangeOf(this Texts texts, Change? change) =>
        change is null ? texts["office.change-unknown"]
        : change.IsReal ? texts["office.change-real", Difference(change.Difference)]
        : texts["office.change-none"];

    /// <summary>The class that a change is coloured by: only what is real.</summary>
    public static string? ToneOf(Change? change) => change is { IsReal: true } ? change.Difference > 0 ? "up" : "down" : null;

    /// <summary>A difference: <c>+3</c>, <c>−0.4</c>.</summary>
    public static string Difference(double value)
    {
        var written = Signed(value, Math.Abs(value) < 1 ? "0.0" : "#,0");
        return value > 0 ? "+" + written : written;
    }

    /// <summary>Points or money that moved: <c>+50</c>, <c>−1,200</c>.</summary>
    public static string Moved(int number) => (number > 0 ? "+" : number < 0 ? $"{Minus}" : "") + Count(Math.Abs(number));

    /// <summary>A period in words: <c>1–15 June 2017</c>, <c>June 2017</c>, <c>20 May – 15 June 2017</c>.</summary>
    public static string Days(Period period)
    {
        var (from, to) = (period.From, period.To);
        var spanish = Texts.CurrentLanguage == "es";
        var wholeMonth = from.Day == 1 && to == from.AddMonths(1).AddDays(-1);
        return from == to ? Texts.Day(from)
            : wholeMonth ? In(from, spanish ? "MMMM 'de' yyyy" : "MMMM yyyy")
            : from.Year != to.Year ? $"{Texts.Day(from)} – {Texts.Day(to)}"
            : from.Month != to.Month ? $"{In(from, spanish ? "d 'de' MMMM" : "d MMMM")} – {Texts.Day(to)}"
            : $"{from.Day}–{Texts.Day(to)}";
    }

    /// <summary>A period and what it is compared with: <c>26 October – 22 November 2026, against the 28 days before (…)</c>.</summary>
    /// <param name="texts">The words.</param>
    /// <param name="period">The days.</param>
    /// <param name="namesDays">False where the page's heading names them already.</param>
    public static string Against(this Texts texts, Period period, bool namesDays = true)
    {
        var before = texts[period.Days == 1 ? "office.against-one" : "office.against", period.Days, Days(period.Before)];
        return namesDays ? $"{Days(period)}, {before}" : before;
    }

    /// <summary>A point of a chart, short: <c>26 Oct</c> for a day or for the week it begins, <c>Oct 2026</c> for a month.</summary>
    public static string Point(Step step, Period days) => In(days.From, step == Step.Month ? "MMM yyyy" : "d MMM");

    private static string Signed(double value, string format)
    {
        var written = Math.Abs(value).ToString(format, CultureInfo.CurrentCulture);
        return value < 0 && written.Any(c => c is >= '1' and <= '9') ? Minus + written : written;
    }

    private static string In(DateOnly day, string format) => day.ToString(format, CultureInfo.CurrentCulture);
}
