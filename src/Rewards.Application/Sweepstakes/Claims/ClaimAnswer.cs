using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes.Claims;

/// <summary>What a winner answers, as typed.</summary>
/// <param name="Name">The legal name.</param>
/// <param name="Street">House number and street.</param>
/// <param name="Unit">If there is one.</param>
/// <param name="City">The place.</param>
/// <param name="State">Letters or name.</param>
/// <param name="Zip">The ZIP code.</param>
/// <param name="Birth">yyyy-MM-dd, or month/day/year.</param>
/// <param name="Phone">May be empty.</param>
/// <param name="Consent">How to stand on the list of winners.</param>
/// <param name="OnPaper">Whether the affidavit is printed and signed by hand.</param>
/// <param name="Signature">Else: the legal name, typed again.</param>
/// <param name="Agrees">Else: whether the box is ticked.</param>
public sealed record ClaimForm(
    string? Name,
    string? Street,
    string? Unit,
    string? City,
    string? State,
    string? Zip,
    string? Birth,
    string? Phone,
    WinnerConsent? Consent,
    bool OnPaper,
    string? Signature,
    bool Agrees);

/// <summary>Who a winner is and what they signed, as it is sealed with the claim.</summary>
/// <param name="LegalName">In one spelling.</param>
/// <param name="Address">Where they live.</param>
/// <param name="BirthDate">The date of birth.</param>
/// <param name="Phone">If given.</param>
/// <param name="Language">In which the affidavit was shown.</param>
/// <param name="Affidavit">The very text that was shown.</param>
/// <param name="SignedAs">The name typed as a signature; null where it is signed on paper.</param>
public sealed record ClaimAnswer(
    string LegalName, PostalAddress Address, DateOnly BirthDate, string? Phone, string Language, string Affidavit, string? SignedAs)
{
    /// <summary>House number, street and unit on one line, as tables have it.</summary>
    public string StreetLine => Address.Unit.Length > 0 ? $"{Address.Street}, {Address.Unit}" : Address.Street;

    /// <summary>The name for the list of winners, as the winner consented; null for none.</summary>
    public string? PublicName(WinnerConsent consent)
    {
        var parts = LegalName.Split(' ');
        return consent switch
        {
            WinnerConsent.FullName => LegalName,
            WinnerConsent.FirstNameAndTown => Shopper.PublicNameOf(parts[0], parts.Length > 1 ? parts[^1] : null),
            _ => null,
        };
    }
}
