using Rewards.Application;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Sweepstakes.Filings;

namespace Rewards.Setup;

/// <summary>Refuses a start whose next month could not be opened: what the rules are made from is looked at beforehand.</summary>
internal static class SweepstakesChecks
{
    private const string DemoAddress = "Fairview Sweepstakes, P.O. Box 100, Fairview, OH 45000";

    /// <summary>Looks at the settings.</summary>
    /// <exception cref="SettingException">One is out of its range.</exception>
    public static void Check(SweepstakesSettings settings)
    {
        InRange("SettleMinutes", settings.SettleMinutes, 5, 7 * 24 * 60);
        InRange("OpenAheadDays", settings.OpenAheadDays, 0, 28);
        InRange("MinimumAge", settings.MinimumAge, SweepstakesTemplate.Ages.Least, SweepstakesTemplate.Ages.Most);
        InRange("ClaimDays", settings.ClaimDays, SweepstakesTemplate.Days.Least, SweepstakesTemplate.Days.Most);
        InRange("BeaconMirrors", settings.BeaconMirrors.Count, 0, 10);
        foreach (var (mirror, i) in settings.BeaconMirrors.Select((mirror, i) => (mirror, i)))
        {
            // Without encryption only beside the portal itself: what is fetched is verified, but who asks for which round is nobody's business.
            if (!Uri.TryCreate(mirror, UriKind.Absolute, out var address) || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0
                || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            {
                throw new SettingException($"Sweepstakes:BeaconMirrors:{i}", $"{mirror} is not an https address without anything behind its path.");
            }
        }

        InRange("PrizeVoucherDays", settings.PrizeVoucherDays, 30, 3660);
        InRange("KeepClaimsMonths", settings.KeepClaimsMonths, 6, 120);
        foreach (var (name, threshold) in settings.Tax.Thresholds)
        {
            InRange($"Tax:Thresholds:{name}:FromYear", threshold.FromYear, 1900, 2999);
            InRange($"Tax:Thresholds:{name}:Cents", threshold.Cents, 1, int.MaxValue);
            InRange($"Tax:Thresholds:{name}:IndexedFrom", threshold.IndexedFrom, 0, 2999);
            if (threshold.Source.Length == 0)
            {
                throw new SettingException($"Sweepstakes:Tax:Thresholds:{name}:Source", "is missing: say where the figure is written.");
            }
        }

        InRange("FilingReminderDays", settings.FilingReminderDays, 0, 90);
        foreach (var (name, rule) in settings.Filings)
        {
            Check(name, rule);
        }

        InRange("EntriesAPerson", settings.EntriesAPerson, 1, SweepstakesTemplate.MostEntries);
        InRange("EntriesAHousehold", settings.EntriesAHousehold, settings.EntriesAPerson, SweepstakesTemplate.MostEntries);
        if (UsState.ReadList(settings.VoidIn) is null)
        {
            throw new SettingException("Sweepstakes:VoidIn", $"'{settings.VoidIn}' names something that is no state. Write them as Rhode Island, NY.");
        }

        foreach (var (prize, i) in settings.Prizes.Select((prize, i) => (prize, i)))
        {
            InRange($"Prizes:{i}:Count", prize.Count, 1, PrizeList.MaxPrizes);
            InRange($"Prizes:{i}:ValueCents", prize.ValueCents, 0, int.MaxValue);
            if (!PrizeName.IsGood(new LocalizedText(prize.Text, prize.TextEs)))
            {
                throw new SettingException(
                    $"Sweepstakes:Prizes:{i}:Text", $"is missing, has with TextEs more than {PrizeName.MaxLength} characters or more than a line, or has ' / ' in it.");
            }
        }

        InRange("Prizes", settings.PrizesOrDefault.Sum(p => (long)p.Count), 1, PrizeList.MaxPrizes);
    }

    private static void Check(string name, FilingRule rule)
    {
        InRange($"Filings:{name}:Days", rule.Days, 0, 366);
        InRange($"Filings:{name}:OverCents", rule.OverCents, 0, long.MaxValue);
        foreach (var (part, text, longest) in ((string, string, int)[])
            [
                ("Text", rule.Text, FilingRule.TextLength), ("Source", rule.Source, FilingRule.TextLength),
            ])
        {
            if (text.Length == 0 || text.Length > longest)
            {
                throw new SettingException($"Sweepstakes:Filings:{name}:{part}", $"is missing, or has more than {longest} characters.");
            }
        }

        if (!UsState.TryFind(rule.Place, out _))
        {
            throw new SettingException($"Sweepstakes:Filings:{name}:Place", $"'{rule.Place}' is no state.");
        }

        if (name.Length > FilingTask.RuleLength || rule.TextEs.Length > FilingRule.TextLength || !Enum.IsDefined(rule.Moment))
        {
            throw new SettingException($"Sweepstakes:Filings:{name}", "has a name or a TextEs that is too long, or an unknown Moment.");
        }
    }

    /// <summary>In development a sweepstakes is opened without anything being set.</summary>
    public static PortalSettings WithDemoAddress(PortalSettings settings) => settings.Sweepstakes.MailInAddress.Length > 0
        ? settings
        : settings with { Sweepstakes = settings.Sweepstakes with { MailInAddress = DemoAddress } };

    private static void InRange(string name, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            throw new SettingException($"Sweepstakes:{name}", $"{value} is not between {least} and {most}.");
        }
    }
}
