using System.Globalization;
using System.Text;
using Rewards.Application.Localization;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Writes the official rules of a month from the settings: one text with every language in it, which is published, hashed and
/// never changed. <see cref="RulesText"/> reads it for pages.
/// </summary>
public sealed class OfficialRules(Texts texts, ChainSettings chain)
{
    /// <summary>Writes the rules.</summary>
    /// <param name="terms">What the month is opened with.</param>
    /// <param name="drawId">As in the protocol.</param>
    /// <param name="firstDay">Of the period, in the programme's zone.</param>
    /// <param name="lastDay">Of the period, in the programme's zone.</param>
    public string Write(SweepstakesSettings terms, string drawId, DateOnly firstDay, DateOnly lastDay) => string.Join(
        RulesText.BetweenLanguages, Language.All.Select(language => Texts.Speak(language, () => WriteOne(terms, drawId, firstDay, lastDay))));

    private string WriteOne(SweepstakesSettings terms, string drawId, DateOnly firstDay, DateOnly lastDay)
    {
        var voidIn = string.Join(", ", (UsState.ReadList(terms.VoidIn) ?? []).Select(s => s.Name));
        var month = Texts.Month(firstDay);
        var sponsor = terms.Sponsor.Length > 0 ? terms.Sponsor : chain.Name;
        var rules = new StringBuilder();
        rules.Append(texts["rules.title", chain.Name, month]).Append("\n\n").Append(texts["rules.lead"]).Append('\n');
        var number = 0;

        Add("sponsor", texts["rules.sponsor-text", sponsor, chain.HelpEmail]);
        Add("period", texts["rules.period-text", firstDay, lastDay, chain.TimeZone]);
        Add("who", voidIn.Length > 0
            ? texts["rules.who-text", terms.MinimumAge, voidIn]
            : texts["rules.who-text-nowhere", terms.MinimumAge]);
        Add(
            "enter",
            texts["rules.enter-text"],
            texts["rules.enter-online", $"{chain.Url}/enter"],
            texts["rules.enter-free", month, terms.MailInAddress],
            texts["rules.enter-receipt", chain.Url]);
        Add("limits", texts["rules.limits-text", terms.EntriesAPerson, terms.EntriesAHousehold]);
        Add("prizes", [.. Prizes(terms.PrizesOrDefault), texts["rules.prizes-text"]]);
        Add("odds", texts["rules.odds-text"]);
        Add("draw", texts["rules.draw-text", drawId, $"{chain.Url}/draws/{drawId}"], texts["rules.draw-check"]);
        Add("told", texts["rules.told-text", terms.ClaimDays]);
        Add("list", texts["rules.list-text", $"{chain.Url}/winners", terms.MailInAddress]);
        Add("general", texts["rules.general-text", $"{chain.Url}/about#privacy"]);
        return rules.ToString();

        void Add(string section, params IEnumerable<string> paragraphs)
        {
            number++;
            rules.Append(CultureInfo.InvariantCulture, $"\n{number}. {texts[$"rules.{section}"]}\n");
            rules.AppendJoin("", paragraphs.Select(paragraph => paragraph + "\n"));
        }
    }

    private IEnumerable<string> Prizes(IReadOnlyList<PrizeSettings> prizes)
    {
        foreach (var prize in prizes)
        {
            var name = new LocalizedText(prize.Text, prize.TextEs.Length > 0 ? prize.TextEs : prize.Text).In(Texts.CurrentLanguage);
            yield return prize.ValueCents > 0
                ? texts["rules.prize-worth", prize.Count, name, new Money(prize.ValueCents)]
                : texts["rules.prize", prize.Count, name];
        }

        if (prizes.All(p => p.ValueCents > 0))
        {
            yield return texts["rules.prizes-worth", new Money(prizes.Sum(p => (long)p.ValueCents * p.Count))];
        }
    }
}
