using FsCheck;
using FsCheck.Fluent;
using Rewards.Domain.Codes;
using Xunit;

namespace Rewards.Domain.Tests.Codes;

public class GroupedCodeTests
{
    private static readonly Gen<byte[]> _codes =
        Given.Bytes(15).Select(data => data.Select(symbol => (byte)(symbol & 31)).ToArray())
            .Select(data => data.Append((byte)CheckSymbol.Of(data)).ToArray());

    [Fact]
    public void What_is_formatted_is_read_back() =>
        Given.ForAll(_codes, code => Read(GroupedCode.Format(code), out var symbols) is null && symbols.SequenceEqual(code));

    [Fact]
    public void Every_single_wrong_symbol_is_found() =>
        Given.ForAll(
            from code in _codes from at in Given.Number(0, 15) from offset in Given.Number(1, 31) select (code, at, offset),
            drawn =>
            {
                var typed = drawn.code.ToArray();
                typed[drawn.at] = (byte)((typed[drawn.at] + drawn.offset) & 31);
                return Read(GroupedCode.Format(typed), out _) is { Kind: CodeSlipKind.CheckFailed };
            });

    [Fact]
    public void Every_swap_of_neighbours_is_found() =>
        Given.ForAll(
            from code in _codes from at in Given.Number(0, 14) select (code, at),
            drawn =>
            {
                var typed = drawn.code.ToArray();
                (typed[drawn.at], typed[drawn.at + 1]) = (typed[drawn.at + 1], typed[drawn.at]);
                return drawn.code.SequenceEqual(typed)
                    || Read(GroupedCode.Format(typed), out _) is { Kind: CodeSlipKind.CheckFailed };
            });

    [Fact]
    public void Case_and_separators_do_not_matter() =>
        Given.ForAll(
            from code in _codes
            from separator in Gen.Elements("", "-", " ", "\t", "  - ", "\u2013", "\u2014", "\u2212", "\u00A0", "\u00AD", "\u200B")
            from lower in Gen.Elements(true, false)
            select (code, separator, lower),
            drawn =>
            {
                var text = " " + GroupedCode.Format(drawn.code).Replace("-", drawn.separator) + "\n";
                return Read(drawn.lower ? text.ToLowerInvariant() : text, out var symbols) is null
                    && symbols.SequenceEqual(drawn.code);
            });

    [Theory]
    [InlineData('I', '1')]
    [InlineData('i', '1')]
    [InlineData('L', '1')]
    [InlineData('l', '1')]
    [InlineData('O', '0')]
    [InlineData('o', '0')]
    public void Letters_that_look_like_digits_are_read_as_digits(char typed, char meant) =>
        Assert.Equal(Crockford.ValueOf(meant), Crockford.ValueOf(typed));

    [Theory]
    [InlineData('U')]
    [InlineData('u')]
    [InlineData('*')]
    [InlineData('é')]
    [InlineData('\uFF11')]
    public void What_is_not_in_the_alphabet_is_no_symbol(char typed) => Assert.Equal(-1, Crockford.ValueOf(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  - \u2014")]
    public void Nothing_typed_is_empty(string? text) => Assert.Equal(new CodeSlip(CodeSlipKind.Empty, null), Read(text, out _));

    [Theory]
    [InlineData("8CM6-A9N6-NG8Y-RFT", 4)]
    [InlineData("8CM6 A9N NG8Y RFTP", 2)]
    [InlineData("8CM-6A9N-6NG8-YRFTQ", 1)]
    [InlineData("8CM6-A9N6X-NG8Y-RFTP", 2)]
    [InlineData("8CM6-A9N6-NG8Y", null)]
    [InlineData("8CM6-A9N6-NG8Y-RFTP-0000", null)]
    [InlineData("8CM6A9N6NG8YRFT", null)]
    [InlineData("8CM6A9N6-NG8YRFT", null)]
    public void The_typed_group_without_four_symbols_is_named(string text, int? group)
    {
        var slip = Read(text, out _);

        Assert.True(slip is { Kind: CodeSlipKind.WrongLength or CodeSlipKind.CheckFailed }, slip?.ToString());
        Assert.Equal(group, slip?.Group);
    }

    [Theory]
    [InlineData("UCM6-A9N6-NG8Y-RFTP", 1)]
    [InlineData("8CM6-A9N6-N*8Y-RFTP", 3)]
    [InlineData("8CM6A9N6NG8YRFTU", 4)]
    [InlineData("8CM6A9N6NG8YRFTPU", null)]
    [InlineData("8CM6 A9N NG8Y-RFTU", 4)]
    [InlineData("8CM6-A9N6-NG8Y-RFTP-U", null)]
    public void The_group_of_an_invalid_symbol_is_named(string text, int? group) =>
        Assert.Equal(new CodeSlip(CodeSlipKind.InvalidSymbol, group), Read(text, out _));

    [Fact]
    public void A_failed_check_in_well_typed_groups_names_no_group() =>
        Assert.Equal(new CodeSlip(CodeSlipKind.CheckFailed, null), Read("8CM6-A9N6-NG8Y-RFTQ", out _));

    [Fact]
    public void Text_beyond_the_limit_is_refused_unread()
    {
        Assert.Equal(new CodeSlip(CodeSlipKind.WrongLength, null), Read(new string('U', GroupedCode.LongestText + 1), out _));
        Assert.Null(Read("8CM6-A9N6-NG8Y-RFTP".PadRight(GroupedCode.LongestText), out _));
    }

    [Fact]
    public void No_text_whatever_makes_reading_throw() =>
        Given.ForAll(
            ArbMap.Default.GeneratorFor<string>(),
            text => Read(text, out _) is null or { Group: null or (>= 1 and <= 4) });

    private static CodeSlip? Read(string? text, out byte[] symbols)
    {
        symbols = new byte[16];
        return GroupedCode.Read(text, symbols);
    }
}
