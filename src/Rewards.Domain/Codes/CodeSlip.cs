namespace Rewards.Domain.Codes;

/// <summary>
/// A slip of the finger in a typed code: said at once, costs nothing and never counts as an attempt at forging
/// (docs/protocols.md §1).
/// </summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Group">
/// Which printed group of four looks wrong, counted from 1; null when that cannot be told from the text alone.
/// </param>
/// <remarks>
/// The group comes from the typed text only: an invalid symbol, or a typed group without four symbols. The check symbol
/// cannot locate an error, and the code's MAC must never be asked to: trying out corrections against it until one fits
/// would be an oracle that mends a forger's guesses.
/// </remarks>
public sealed record CodeSlip(CodeSlipKind Kind, int? Group);

/// <summary>What is wrong with a typed code.</summary>
public enum CodeSlipKind
{
    /// <summary>Nothing but separators was typed.</summary>
    Empty,

    /// <summary>There are too few or too many symbols.</summary>
    WrongLength,

    /// <summary>A character is none of the alphabet's, such as <c>U</c> or a sign.</summary>
    InvalidSymbol,

    /// <summary>The number of symbols is right, but the check symbol does not fit them.</summary>
    CheckFailed,
}
