using System.Diagnostics.CodeAnalysis;

namespace Rewards.Domain.Shoppers;

/// <summary>The number on a loyalty card.</summary>
public static class LoyaltyCard
{
    /// <summary>The most digits of one.</summary>
    public const int Longest = 20;

    private const int Shortest = 3;

    /// <summary>Whether a text can be one: 3 to 20 digits.</summary>
    public static bool IsOne([NotNullWhen(true)] string? text) => text is { Length: >= Shortest and <= Longest } && text.All(char.IsAsciiDigit);
}
