using System.Diagnostics.CodeAnalysis;

namespace Rewards.Domain.Shoppers;

/// <summary>The number on a loyalty card.</summary>
public static class LoyaltyCard
{
    private const int Shortest = 3;
    private const int Longest = 20;

    /// <summary>Whether a text can be one: 3 to 20 digits.</summary>
    public static bool IsOne([NotNullWhen(true)] string? text) => text is { Length: >= Shortest and <= Longest } && text.All(char.IsAsciiDigit);
}
