using Rewards.Application.Localization;

namespace Rewards.Application.FuelPoints;

/// <summary>What fuel points are worth and how they are spent, in the current language: the same on pages and in mails.</summary>
public sealed class FuelPointWords(Texts texts, PortalSettings settings)
{
    private const int CentsOfADollar = 100;

    /// <summary>What they are worth, by the programme's first tier and its last.</summary>
    public string Worth()
    {
        var tiers = settings.FuelPoints.TiersOrDefault.InOrder;
        var (first, last, gallons) = (tiers[0], tiers[^1], settings.FuelPoints.MaximumGallons);
        return tiers.Count == 1
            ? texts["awards.points-worth-one", Texts.Count(first.Points), Cents(first.CentsPerGallon), gallons]
            : texts["awards.points-worth", Texts.Count(first.Points), Cents(first.CentsPerGallon), Texts.Count(last.Points), Cents(last.CentsPerGallon), gallons];
    }

    /// <summary>How they are spent: the pump asks for the card.</summary>
    /// <param name="hasCard">Whether the shopper has one.</param>
    public string HowToSpend(bool hasCard) => hasCard ? texts["awards.next-points"] : texts["awards.next-points-no-card", settings.Portal.HelpEmail];

    private static string Cents(int cents) => cents < CentsOfADollar ? $"{cents} ¢" : Texts.Money(cents);
}
