using FsCheck;
using FsCheck.Fluent;
using Rewards.Domain.Shoppers;
using Xunit;

namespace Rewards.Domain.Tests.Shoppers;

/// <summary>One household, however its address is written; two households, however alike theirs are.</summary>
public class PostalAddressTests
{
    private static readonly Gen<Home> _homes =
        from number in Given.Number(1, 9999)
        from direction in Gen.Elements("", "N", "SW")
        from name in Gen.Elements("Main", "Elm", "O'Brien", "Peña", "MacArthur", "42nd", "Second")
        from kind in Gen.Elements("ST", "AVE", "BLVD", "LN", "PKWY")
        from unit in Gen.Elements("", "4", "4B", "12", "C")
        from zip in Given.Number(10000, 99999)
        select new Home($"{number}", direction, name, kind, unit, $"{zip}");

    private static readonly Gen<Func<string, string>> _cases =
        Gen.Elements<Func<string, string>>(t => t, t => t.ToUpperInvariant(), t => t.ToLowerInvariant());

    private static readonly Dictionary<string, string[]> _spellings = new()
    {
        ["ST"] = ["St", "St.", "Street", "Str"],
        ["AVE"] = ["Ave", "Ave.", "Avenue", "Av"],
        ["BLVD"] = ["Blvd", "Boulevard", "Blvd."],
        ["LN"] = ["Ln", "Lane", "Ln."],
        ["PKWY"] = ["Pkwy", "Parkway", "Pky"],
        ["N"] = ["N", "N.", "North"],
        ["SW"] = ["SW", "S.W.", "Southwest", "S W"],
        ["O'Brien"] = ["O'Brien", "O’Brien", "OBrien"],
        ["Peña"] = ["Peña", "Pen\u0303a", "Pena"],
        ["MacArthur"] = ["MacArthur", "Mac Arthur", "Mac-Arthur"],
        ["42nd"] = ["42nd", "42ND", "42"],
        ["Second"] = ["Second", "2nd", "2"],
    };

    private static readonly Gen<string> _written = from home in _homes from text in Written(home) select text.Canonical;

    [Fact]
    public void Every_spelling_of_an_address_is_one_household() =>
        Given.ForAll(
            from home in _homes from one in Written(home) from other in Written(home) select (one, other),
            drawn => drawn.one.Canonical == drawn.other.Canonical);

    [Fact]
    public void Another_number_unit_or_ZIP_code_is_another_household() =>
        Given.ForAll(
            from home in _homes
            from other in Gen.Elements(
                home with { Number = home.Number + "1" },
                home with { Unit = home.Unit + "7" },
                home with { Zip = $"{(home.Zip[0] == '9' ? 1 : 9)}{home.Zip[1..]}" },
                home with { Direction = home.Direction == "E" ? "W" : "E" })
            from one in Written(home)
            from two in Written(other)
            select (one, two),
            drawn => drawn.one.Canonical != drawn.two.Canonical);

    [Fact]
    public void What_is_canonical_has_capitals_and_digits_only() =>
        Given.ForAll(_written, text => text.All(c => char.IsAsciiDigit(c) || char.IsUpper(c) || c is '|' or '#'));

    [Theory]
    [InlineData("P.O. Box 12", "", "PO Box 12", "")]
    [InlineData("Post Office Box 12", "", "POB #12", "")]
    [InlineData("12 Main St Apt 4", "", "12 Main Street", "4")]
    [InlineData("12 Main St 4B", "", "12 Main Street", "Unit 4-b")]
    [InlineData("12 Main St Apt 4", "4", "12 Main Street", "#4")]
    [InlineData("12 Main St", "Suite 200", "12 main st.", "Ste. 200")]
    [InlineData("12½ Main St", "", "12 1/2 Main St", "")]
    [InlineData("１２ Main St", "", "12 Main St", "")]
    [InlineData("12-34 31st Street", "", "1234 31 St", "")]
    [InlineData("5 Saint James Place", "", "5 St. James Pl", "")]
    [InlineData("5 NorthEast Fifth Avenue", "", "5 NE 5th Ave", "")]
    public void These_are_the_same(string street, string unit, string otherStreet, string otherUnit) =>
        Assert.Equal(AddressSpelling.Canonical(street, unit, "45000"), AddressSpelling.Canonical(otherStreet, otherUnit, "45000-1234"));

    [Theory]
    [InlineData("1 12th St", "11 2nd St")]
    [InlineData("1 11th St", "11 1st St")]
    [InlineData("12 Main St", "12 Main Ave")]
    [InlineData("12 Main St Apt 1", "12 Main St Apt 11")]
    [InlineData("12 Main St", "12 Main St Apt 1")]
    [InlineData("PO Box 1", "PO Box 11")]
    [InlineData("12 E Main St", "12 W Main St")]
    public void These_are_not(string street, string other) =>
        Assert.NotEqual(AddressSpelling.Canonical(street, "", "45000"), AddressSpelling.Canonical(other, "", "45000"));

    [Theory]
    [InlineData("12 Main St", "", "Fairview", "oh", "45000", null)]
    [InlineData(" 12  Main St ", null, "Fairview", "Ohio", "45000 1234", null)]
    [InlineData("", "", "Fairview", "OH", "45000", "address-part-missing")]
    [InlineData("12 Main St", "", " ", "OH", "45000", "address-part-missing")]
    [InlineData("--", "", "Fairview", "OH", "45000", "address-part-invalid")]
    [InlineData("12 Main\u0007St", "", "Fairview", "OH", "45000", "address-part-invalid")]
    [InlineData("12 Main St", "1234567890123456789012345678901", "Fairview", "OH", "45000", "address-part-invalid")]
    [InlineData("12 Main St", "", "Fairview", "ZZ", "45000", "address-state-unknown")]
    [InlineData("12 Main St", "", "Fairview", "OH", "4500", "address-zip-invalid")]
    [InlineData("12 Main St", "", "Fairview", "OH", "45000x", "address-zip-invalid")]
    [InlineData("12 Main St", "", "Fairview", "OH", null, "address-zip-invalid")]
    public void What_was_typed_is_read_or_refused(string? street, string? unit, string? city, string? state, string? zip, string? code)
    {
        var read = PostalAddress.Read(street, unit, city, state, zip);

        Assert.Equal(code, read.Error?.Code);
        Assert.Equal(code is null ? "OH" : null, read.Error is null ? read.Value.State : null);
    }

    [Fact]
    public void States_are_read_from_a_setting_and_kept_by_their_letters()
    {
        Assert.Equal(51, UsState.All.Count);
        Assert.Equal(51, UsState.All.Select(s => s.Code).Distinct().Count());
        Assert.Equal("NY RI", UsState.Join(UsState.ReadList("Rhode Island, NY; new york")!));
        Assert.Null(UsState.ReadList("Rhode Island, Ontario"));
        Assert.Empty(UsState.ReadList(" ")!);
        Assert.True(UsState.All.Single(s => s.Code == "RI").IsIn("NY RI"));
        Assert.False(UsState.All.Single(s => s.Code == "OH").IsIn(""));
    }

    private static Gen<PostalAddress> Written(Home home) =>
        from direction in Spelled(home.Direction)
        from name in Spelled(home.Name)
        from kind in Spelled(home.Kind)
        from change in _cases
        from sign in Gen.Elements("Apt ", "Apt. ", "Unit ", "#", "# ", "Apartment ", "")
        from isOneLine in Gen.Elements(true, false)
        from longZip in Gen.Elements("", "-1234")
        from comma in Gen.Elements("", ",", "  ")
        select Address(home, change($"{home.Number} {direction} {name} {kind}"), change(home.Unit), sign, isOneLine, longZip, comma);

    private static PostalAddress Address(Home home, string street, string unit, string sign, bool isOneLine, string longZip, string comma) =>
        unit.Length > 0 && isOneLine
            ? new PostalAddress($"{street}{comma} {(sign.Length > 0 ? sign : "#")}{unit}", "", "Fairview", "OH", home.Zip + longZip)
            : new PostalAddress(street, unit.Length > 0 ? sign + unit : "", "Fairview", "OH", home.Zip + longZip);

    private static Gen<string> Spelled(string word) => Gen.Elements(_spellings.GetValueOrDefault(word, [word]));

    private sealed record Home(string Number, string Direction, string Name, string Kind, string Unit, string Zip);
}
