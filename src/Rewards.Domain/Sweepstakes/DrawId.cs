using System.Text;

namespace Rewards.Domain.Sweepstakes;

/// <summary>What a draw may be called in its manifest, such as <c>2026-11-monthly</c> (docs/draw-protocol.md).</summary>
public static class DrawId
{
    /// <summary>The longest id, in bytes of UTF-8.</summary>
    public const int MaxBytes = 100;

    /// <summary>Whether this can be a draw's id: 1 to 100 bytes of well-formed UTF-8 without control characters.</summary>
    public static bool IsValid(string? drawId)
    {
        if (string.IsNullOrEmpty(drawId) || drawId.Length > MaxBytes || Encoding.UTF8.GetByteCount(drawId) > MaxBytes)
        {
            return false;
        }

        foreach (var rune in drawId.EnumerateRunes())
        {
            // A lone surrogate shows as the replacement character, which no id needs either.
            if (rune == Rune.ReplacementChar || Rune.IsControl(rune))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Refuses what <see cref="IsValid"/> does not accept.</summary>
    internal static void ThrowIfInvalid(string drawId)
    {
        if (!IsValid(drawId))
        {
            throw new ArgumentException($"A draw's id is 1 to {MaxBytes} bytes of UTF-8 without control characters.", nameof(drawId));
        }
    }
}
