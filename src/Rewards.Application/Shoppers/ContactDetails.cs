using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Results;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Surveys;

namespace Rewards.Application.Shoppers;

/// <summary>How a shopper can be known: both optional.</summary>
/// <param name="Email">As typed.</param>
/// <param name="Card">The loyalty card, as typed.</param>
public sealed record ContactDetails(string? Email, string? Card)
{
    /// <summary>Without blanks around; null where nothing was typed.</summary>
    public ContactDetails Trimmed() => new(OrNull(Email), OrNull(Card?.Replace(" ", "", StringComparison.Ordinal)));

    /// <summary>Whether either was left.</summary>
    public bool HasPerson => Email is not null || Card is not null;

    /// <summary>What is missing where the shopper may, or may not, be written to; null where nothing is.</summary>
    public Error? Missing(bool? mayContact) => mayContact == true && Email is null ? new EmailMissing() : null;

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What makes contact details good; the rules' codes are those of the refusals.</summary>
public sealed partial class ContactDetailsValidator : AbstractValidator<ContactDetails>
{
    /// <summary>Sets the rules up.</summary>
    public ContactDetailsValidator()
    {
        RuleFor(c => c.Email).Must(IsEmail!).When(c => c.Email is not null).WithState(_ => new EmailInvalid());
        RuleFor(c => c.Card).Must(LoyaltyCard.IsOne).When(c => c.Card is not null).WithState(_ => new LoyaltyCardInvalid());
    }

    /// <summary>The first refusal, null where all is good.</summary>
    public Error? Refusal(ContactDetails details) => Refusals(Validate(details)).FirstOrDefault();

    private static IEnumerable<Error> Refusals(ValidationResult result) => result.Errors.Select(e => (Error)e.CustomState);

    // Both forms are kept, and composing may make the canonical one the longer.
    private static bool IsEmail(string email) => email.Length <= EmailAddress.Length
        && Email().IsMatch(email)
        && EmailAddress.Canonical(email).Length <= EmailAddress.Length;

    [GeneratedRegex(@"^[^\s@<>()\[\]\\,;:""\p{C}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,63}|xn--[a-z0-9-]{1,59})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}
