using System.Globalization;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// The template of the months as the office's form has it: <c>sponsor</c>, <c>mailInAddress</c>, <c>minimumAge</c>, <c>entriesAPerson</c>,
/// <c>entriesAHousehold</c>, <c>voidIn</c>, <c>claimDays</c>, and of each kind of prize <c>prize1-count</c>, <c>-text</c>, <c>-es</c>, <c>-value</c>.
/// </summary>
/// <param name="Fields">By name; a field that is not there is empty.</param>
public sealed record TemplateForm(IReadOnlyDictionary<string, IReadOnlyList<string>> Fields) : TypedForm(Fields)
{
    /// <summary>The fields' values of what months are opened with.</summary>
    public static TemplateForm Of(SweepstakesSettings terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var fields = new Dictionary<string, IReadOnlyList<string>>
        {
            ["sponsor"] = [terms.Sponsor],
            ["mailInAddress"] = [terms.MailInAddress],
            ["minimumAge"] = [Number(terms.MinimumAge)],
            ["entriesAPerson"] = [Number(terms.EntriesAPerson)],
            ["entriesAHousehold"] = [Number(terms.EntriesAHousehold)],
            ["voidIn"] = [string.Join(", ", (UsState.ReadList(terms.VoidIn) ?? []).Select(s => s.Name))],
            ["claimDays"] = [Number(terms.ClaimDays)],
        };
        foreach (var (prize, i) in terms.PrizesOrDefault.Select((prize, i) => (prize, i)))
        {
            fields[Prize(i, "count")] = [Number(prize.Count)];
            fields[Prize(i, "text")] = [prize.Text];
            fields[Prize(i, "es")] = [prize.TextEs];
            fields[Prize(i, "value")] = [Money(prize.ValueCents)];
        }

        return new TemplateForm(fields);
    }

    /// <summary>The name of a prize's field.</summary>
    /// <param name="kind">Which kind, from 0.</param>
    /// <param name="part">Which field of it.</param>
    public static string Prize(int kind, string part) => string.Create(CultureInfo.InvariantCulture, $"prize{kind + 1}-{part}");

    /// <summary>The kinds of which something was typed, from 0.</summary>
    public IEnumerable<int> Kinds => Enumerable.Range(0, SweepstakesTemplate.MostKinds)
        .Where(kind => ((string[])["count", "text", "es", "value"]).Any(part => this[Prize(kind, part)].Length > 0));

    /// <summary>What is set, of a form that the validator has nothing against; everything else as it was.</summary>
    internal SweepstakesSettings Terms(SweepstakesSettings others) => others with
    {
        Sponsor = this["sponsor"],
        MailInAddress = this["mailInAddress"],
        MinimumAge = (int)Whole("minimumAge")!.Value,
        EntriesAPerson = (int)Whole("entriesAPerson")!.Value,
        EntriesAHousehold = (int)Whole("entriesAHousehold")!.Value,
        VoidIn = string.Join(", ", UsState.ReadList(this["voidIn"])!.Select(s => s.Name)),
        ClaimDays = (int)Whole("claimDays")!.Value,
        Prizes =
        [
            .. Kinds.Select(kind => new PrizeSettings
            {
                Count = (int)Whole(Prize(kind, "count"))!.Value,
                Text = this[Prize(kind, "text")],
                TextEs = this[Prize(kind, "es")],
                ValueCents = Cents(Prize(kind, "value")) ?? 0,
            }),
        ],
    };
}
