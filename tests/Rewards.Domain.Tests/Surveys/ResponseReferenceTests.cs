using Rewards.Domain.Codes;
using Rewards.Domain.Surveys;
using Xunit;

namespace Rewards.Domain.Tests.Surveys;

public class ResponseReferenceTests
{
    [Fact]
    public void A_new_reference_is_read_with_or_without_its_prefix_in_any_case()
    {
        // Many of them, because a reference whose own first symbol is R must not lose it.
        foreach (var reference in Enumerable.Range(0, 500).Select(_ => ResponseReference.Create()))
        {
            Assert.Matches("^R-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", reference);
            string[] typed =
            [
                reference, reference[2..], reference.ToLowerInvariant(), reference.Replace("-", ""),
                reference[2..].Replace("-", ""), " " + reference.Replace('-', ' '), "r" + reference[2..],
            ];
            Assert.All(typed, text =>
            {
                Assert.True(ResponseReference.TryRead(text, out var canonical, out _), text);
                Assert.Equal(reference, canonical);
            });
        }
    }

    [Theory]
    [InlineData(null, CodeSlipKind.Empty, null)]
    [InlineData("R-", CodeSlipKind.Empty, null)]
    [InlineData("R-ABC-DEFG", CodeSlipKind.WrongLength, 1)]
    [InlineData("R-ABCD-DUFG", CodeSlipKind.InvalidSymbol, 2)]
    [InlineData("R-0000-0001", CodeSlipKind.CheckFailed, null)]
    public void A_mistyped_reference_gives_its_slip(string? text, CodeSlipKind kind, int? group)
    {
        Assert.False(ResponseReference.TryRead(text, out var canonical, out var slip));
        Assert.Null(canonical);
        Assert.Equal(new CodeSlip(kind, group), slip);
    }
}
