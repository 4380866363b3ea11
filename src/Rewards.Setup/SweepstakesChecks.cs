using Rewards.Application;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

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
        InRange("MinimumAge", settings.MinimumAge, 13, 99);
        InRange("ClaimDays", settings.ClaimDays, 1, 365);
        InRange("EntriesAPerson", settings.EntriesAPerson, 1, 10_000);
        InRange("EntriesAHousehold", settings.EntriesAHousehold, settings.EntriesAPerson, 10_000);
        if (UsState.ReadList(settings.VoidIn) is null)
        {
            throw new SettingException("Sweepstakes:VoidIn", $"'{settings.VoidIn}' names something that is no state. Write them as Rhode Island, NY.");
        }

        foreach (var (prize, i) in settings.Prizes.Select((prize, i) => (prize, i)))
        {
            InRange($"Prizes:{i}:Count", prize.Count, 1, PrizeList.MaxPrizes);
            InRange($"Prizes:{i}:ValueCents", prize.ValueCents, 0, int.MaxValue);
            var line = PrizeName.Line(new LocalizedText(prize.Text, prize.TextEs));
            if (prize.Text.Length == 0 || line.Length > PrizeName.MaxLength || line.Any(char.IsControl))
            {
                throw new SettingException(
                    $"Sweepstakes:Prizes:{i}:Text", $"is missing, or has with TextEs more than {PrizeName.MaxLength} characters, or more than a line.");
            }
        }

        InRange("Prizes", settings.PrizesOrDefault.Sum(p => (long)p.Count), 1, PrizeList.MaxPrizes);
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
