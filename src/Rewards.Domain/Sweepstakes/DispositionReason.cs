namespace Rewards.Domain.Sweepstakes;

/// <summary>Why an entry lost its place after the draw (docs/draw-protocol.md §10).</summary>
public static class DispositionReason
{
    /// <summary>The winner did not answer in time.</summary>
    public const string NoResponse = "NO_RESPONSE";

    /// <summary>The affidavit came late or not at all.</summary>
    public const string AffidavitLate = "AFFIDAVIT_LATE";

    /// <summary>The winner does not want the prize.</summary>
    public const string Declined = "DECLINED";

    /// <summary>Begins every reason for which a winner was not eligible: <c>INELIGIBLE_EMPLOYEE</c>, <c>INELIGIBLE_AGE</c> …</summary>
    public const string IneligiblePrefix = "INELIGIBLE_";

    /// <summary>The longest code.</summary>
    public const int MaxLength = 64;

    /// <summary>What officers choose from.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Declined,
        NoResponse,
        AffidavitLate,
        IneligiblePrefix + "AGE",
        IneligiblePrefix + "RESIDENCE",
        IneligiblePrefix + "EMPLOYEE",
        IneligiblePrefix + "HOUSEHOLD",
        IneligiblePrefix + "FRAUD",
    ];

    /// <summary>Whether this is one of the codes, or a code of ineligibility in capitals, digits and underscores.</summary>
    public static bool IsValid(string? reason) =>
        reason is NoResponse or AffidavitLate or Declined
        || (reason is not null && reason.Length is > 11 and <= MaxLength
            && reason.StartsWith(IneligiblePrefix, StringComparison.Ordinal)
            && reason.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '_'));
}
