using Rewards.Domain.Shoppers;

namespace Rewards.Domain.Sweepstakes;

/// <summary>Who enters without a purchase, as they say.</summary>
/// <param name="Name">First and last.</param>
/// <param name="Email">Valid; null where a card by mail has none.</param>
/// <param name="Address">Where they live.</param>
public sealed record FreeEntrant(string Name, string? Email, PostalAddress Address)
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int NameLength = 80;

    /// <summary>What two spellings of one person have in common, where there is no e-mail address: name and postal address.</summary>
    public string Canonical => $"{AddressSpelling.Letters(Name)}|{Address.Canonical}";
}
