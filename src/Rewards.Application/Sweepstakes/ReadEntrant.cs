using Rewards.Application.Shoppers;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>Who enters, as typed.</summary>
/// <param name="Name">First and last.</param>
/// <param name="Email">Where the receipt goes.</param>
/// <param name="Street">House number and street.</param>
/// <param name="Unit">If there is one.</param>
/// <param name="City">The place.</param>
/// <param name="State">Letters or name.</param>
/// <param name="Zip">The ZIP code.</param>
public sealed record EntrantForm(string? Name, string? Email, string? Street, string? Unit, string? City, string? State, string? Zip);

/// <summary>Reads who enters, for the page of free entries and for cards by mail.</summary>
public sealed class ReadEntrant(ContactDetailsValidator contact)
{
    /// <summary>
    /// Reads. Refuses with <c>entrant-name-invalid</c>, <c>entrant-email-invalid</c>, <c>address-part-missing</c>,
    /// <c>address-part-invalid</c>, <c>address-state-unknown</c>, <c>address-zip-invalid</c>.
    /// </summary>
    /// <param name="typed">As typed.</param>
    /// <param name="isEmailNeeded">Whether there must be an e-mail address.</param>
    public Outcome<FreeEntrant> Of(EntrantForm typed, bool isEmailNeeded)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (PersonName.Read(typed.Name?.Trim(), FreeEntrant.NameLength) is not { } name)
        {
            return new EntrantNameInvalid(FreeEntrant.NameLength);
        }

        var details = new ContactDetails(typed.Email, Card: null).Trimmed();
        if ((isEmailNeeded && !details.HasPerson) || contact.Refusal(details) is not null)
        {
            return new EntrantEmailInvalid();
        }

        return PostalAddress.Read(typed.Street, typed.Unit, typed.City, typed.State, typed.Zip).IsRefused(out var refusal, out var address)
            ? refusal
            : new FreeEntrant(name, details.Email, address);
    }
}
