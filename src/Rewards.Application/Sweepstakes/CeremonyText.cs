using System.Text;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// A description or an announced value as it is hashed: what was typed, without blanks around it, every run of white space one
/// space, in Unicode's composed form, so that whoever types it again from the page gets the same bytes.
/// </summary>
public static class CeremonyText
{
    /// <summary>Takes what was typed. Refuses with <c>beacon-text-missing</c> and <c>beacon-text-invalid</c>.</summary>
    /// <param name="typed">As sent by the form.</param>
    /// <param name="field">The form's name for it.</param>
    public static Outcome<string> Read(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return new BeaconTextMissing(field);
        }

        // A lone surrogate shows as the replacement character, and cannot be normalized.
        if (typed.Length > 4 * Drawing.TextLength || typed.EnumerateRunes().Contains(Rune.ReplacementChar))
        {
            return new BeaconTextInvalid(field);
        }

        var text = string.Join(' ', typed.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length is 0 or > Drawing.TextLength || text.Any(char.IsControl) ? new BeaconTextInvalid(field) : text;
    }
}
