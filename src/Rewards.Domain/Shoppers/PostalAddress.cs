namespace Rewards.Domain.Shoppers;

/// <summary>A postal address in the United States, as typed: each part on one line, without blanks around.</summary>
/// <param name="Street">House number and street, or a post-office box.</param>
/// <param name="Unit">Apartment, unit or suite; empty for none, or where it stands in <paramref name="Street"/>.</param>
/// <param name="City">The place.</param>
/// <param name="State">The two letters.</param>
/// <param name="Zip">Five digits, or nine with a hyphen.</param>
public sealed record PostalAddress(string Street, string Unit, string City, string State, string Zip)
{
    /// <summary>The longest street, in UTF-16 units.</summary>
    public const int StreetLength = 100;

    /// <summary>The longest unit, in UTF-16 units.</summary>
    public const int UnitLength = 30;

    /// <summary>The longest name of a place, in UTF-16 units.</summary>
    public const int CityLength = 60;

    /// <summary>Digits of a ZIP code that count: what follows them is a part of a street and often left out.</summary>
    public const int ZipDigits = 5;

    private const int LongZipDigits = 9;

    /// <summary>
    /// What two spellings of one household's address have in common (<see cref="AddressSpelling"/>). The place and the state are not in
    /// it: the ZIP code says where, and places go by more than one name.
    /// </summary>
    public string Canonical => AddressSpelling.Canonical(Street, Unit, Zip);

    /// <summary>On one line, as an envelope has it.</summary>
    public string OneLine => $"{Street}{(Unit.Length > 0 ? ", " : "")}{Unit}, {City}, {State} {Zip}";

    /// <summary>
    /// Reads what was typed. Refuses with <c>address-part-missing</c>, <c>address-part-invalid</c>, <c>address-state-unknown</c>,
    /// <c>address-zip-invalid</c>.
    /// </summary>
    public static Outcome<PostalAddress> Read(string? street, string? unit, string? city, string? state, string? zip)
    {
        var (line, flat, place) = (OneBlank(street), OneBlank(unit), OneBlank(city));
        var digits = string.Concat((zip ?? "").Where(char.IsAsciiDigit));
        var refusal = Refusal("street", line, StreetLength)
            ?? (flat.Length > 0 ? Refusal("unit", flat, UnitLength) : null)
            ?? Refusal("city", place, CityLength);
        return refusal is not null ? refusal
            : !UsState.TryFind(state, out var found) ? new AddressStateUnknown()
            : digits.Length is not (ZipDigits or LongZipDigits) || (zip ?? "").Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '-')) ? new AddressZipInvalid()
            : new PostalAddress(line, flat, place, found.Code, digits.Length == ZipDigits ? digits : $"{digits[..ZipDigits]}-{digits[ZipDigits..]}");
    }

    private static Error? Refusal(string part, string text, int longest) =>
        text.Length == 0 ? new AddressPartMissing(part)
        : !PlainText.IsOf(text, 1, longest) || !text.Any(char.IsLetterOrDigit) ? new AddressPartInvalid(part, longest)
        : null;

    private static string OneBlank(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
