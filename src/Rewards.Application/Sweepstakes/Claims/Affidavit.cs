using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rewards.Application.Localization;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes.Claims;

/// <summary>
/// What a winner swears: age, residence, no employee and no one of their household, the rules read. In the current language, with the
/// sponsor's name; what is signed is kept as its exact text and hashed.
/// </summary>
public sealed class Affidavit(Texts texts, PortalSettings settings)
{
    /// <summary>Writes it for a prize, a paragraph a line.</summary>
    public string Write(MonthlySweepstakes sweepstakes, int prize)
    {
        ArgumentNullException.ThrowIfNull(sweepstakes);
        var (chain, terms) = (settings.Portal, sweepstakes.Terms);
        var sponsor = sweepstakes.Sponsor.Length > 0 ? sweepstakes.Sponsor : chain.Name;
        var states = string.Join(", ", UsState.All.Where(s => s.IsIn(terms.VoidIn)).Select(s => s.Name));
        return string.Join('\n',
        [
            texts["affidavit.what", PrizeName.Of(sweepstakes.PrizeList[prize - 1]).In(Texts.CurrentLanguage), chain.Name, Texts.Month(MonthlySweepstakes.FirstDayOf(sweepstakes.DrawId)), sweepstakes.DrawId],
            texts["affidavit.age", terms.MinimumAge],
            states.Length > 0 ? texts["affidavit.residence-but", states] : texts["affidavit.residence"],
            texts["affidavit.employee", sponsor],
            texts["affidavit.rules"],
            texts["affidavit.tax"],
            texts["affidavit.truth"],
        ]);
    }

    /// <summary>SHA-256 of what was signed: the text, a line feed, and the signature as JSON.</summary>
    /// <param name="text">The exact text.</param>
    /// <param name="signature">Its members in order: who signed when, or which file was handed in.</param>
    public static byte[] HashOf(string text, object signature) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{text}\n{JsonSerializer.Serialize(signature, DataJson.Options)}"));
}
