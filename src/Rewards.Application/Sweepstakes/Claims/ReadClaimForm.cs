using System.Globalization;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes.Claims;

/// <summary>Reads what a winner answers, and looks whether they can have the prize.</summary>
internal static class ReadClaimForm
{
    private const int FewestDigits = 7;
    private const int LongestPhone = 30;

    private static readonly string[] _dates = ["yyyy-MM-dd", "M/d/yyyy", "MM/dd/yyyy"];

    /// <summary>Reads; <see cref="AnswerPrize"/> says with what it refuses.</summary>
    /// <param name="form">As typed.</param>
    /// <param name="found">What was offered.</param>
    /// <param name="today">In the programme's zone.</param>
    /// <param name="affidavit">The text that was shown.</param>
    /// <param name="language">In which.</param>
    public static Outcome<ClaimAnswer> Of(ClaimForm form, FoundClaim found, DateOnly today, string affidavit, string language)
    {
        if (PersonName.Read(form.Name?.Trim(), FreeEntrant.NameLength) is not { } name)
        {
            return new EntrantNameInvalid(FreeEntrant.NameLength);
        }

        if (PostalAddress.Read(form.Street, form.Unit, form.City, form.State, form.Zip).IsRefused(out var refusal, out var address))
        {
            return refusal;
        }

        if (UsState.TryFind(address.State, out var state) && state.IsIn(found.Of.VoidIn))
        {
            return new EntryStateVoid(state.Name);
        }

        if (!DateOnly.TryParseExact(form.Birth?.Trim(), _dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth) || !Age.IsPossible(today, birth))
        {
            return new BirthDateInvalid();
        }

        var phone = string.IsNullOrWhiteSpace(form.Phone) ? null : form.Phone.Trim();
        return Age.On(found.EnteredOn, birth) < found.Of.MinimumAge ? new WinnerTooYoung(found.Of.MinimumAge)
            : phone is not null && !IsPhone(phone) ? new PhoneInvalid()
            : form.Consent is not { } consent || !Enum.IsDefined(consent) ? new WinnerConsentMissing()
            : !form.OnPaper && !(form.Agrees && PersonName.AreSame(form.Signature ?? "", name)) ? new AffidavitUnsigned()
            : new ClaimAnswer(name, address, birth, phone, language, affidavit, form.OnPaper ? null : name);
    }

    private static bool IsPhone(string text) =>
        text.Length <= LongestPhone && text.Count(char.IsAsciiDigit) >= FewestDigits && text.All(c => char.IsAsciiDigit(c) || "+-(). x".Contains(c, StringComparison.Ordinal));
}
