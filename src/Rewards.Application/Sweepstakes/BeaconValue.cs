using System.Text.Json;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>The value of a beacon as somebody brings it: verified where it can be, before anything is drawn with it.</summary>
public static class BeaconValue
{
    /// <summary>The most characters of an answer of drand's that are looked at.</summary>
    public const int MaxAnswer = 4096;

    private const int SignatureDigits = 2 * Quicknet.SignatureLength;

    /// <summary>
    /// Reads what was brought for the beacon that was committed to. Of a ceremony, refuses with <c>beacon-text-missing</c> and
    /// <c>beacon-text-invalid</c>; of drand, as <see cref="ReadRound"/> does.
    /// </summary>
    /// <param name="round">That was committed to; 0 for a ceremony.</param>
    /// <param name="description">That was committed to; null for drand.</param>
    /// <param name="brought">As typed or pasted.</param>
    public static Outcome<Beacon> Read(long round, string? description, string? brought) =>
        description is null
            ? ReadRound(round, brought).IsRefused(out var refusal, out var drand) ? refusal : drand
            : CeremonyText.Read(brought, "announced").IsRefused(out refusal, out var value) ? refusal : new Ceremony(description, value);

    /// <summary>
    /// Reads a round of drand as any of its addresses says it (an object with <c>round</c> and <c>signature</c>), or the digits of the
    /// signature alone. Refuses with <c>beacon-round-unreadable</c>, <c>beacon-round-other</c>, <c>beacon-signature-wrong</c>: what
    /// comes back is genuine.
    /// </summary>
    /// <param name="round">That is wanted.</param>
    /// <param name="brought">From anyone.</param>
    public static Outcome<DrandQuicknet> ReadRound(long round, string? brought)
    {
        var text = brought?.Trim() ?? "";
        if (text.Length > MaxAnswer || !TryReadParts(text, out var said, out var digits) || digits.Length != SignatureDigits || !digits.All(char.IsAsciiHexDigit))
        {
            return new BeaconRoundUnreadable();
        }

        if (said is { } other && other != round)
        {
            return new BeaconRoundOther(round, other);
        }

        var drand = new DrandQuicknet(round, Convert.FromHexString(digits));
        return drand.IsGenuine ? drand : new BeaconSignatureWrong();
    }

    private static bool TryReadParts(string text, out long? round, out string signature)
    {
        (round, signature) = (null, text);
        if (!text.StartsWith('{'))
        {
            return true;
        }

        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 4 });
            if (!json.RootElement.TryGetProperty("round", out var number) || number.ValueKind != JsonValueKind.Number || !number.TryGetInt64(out var said)
                || !json.RootElement.TryGetProperty("signature", out var digits) || digits.ValueKind != JsonValueKind.String)
            {
                return false;
            }

            (round, signature) = (said, digits.GetString()!);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
