using Rewards.Application.Sweepstakes;
using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

public class CeremonyTextTests
{
    [Theory]
    [InlineData("4-0-9-9-1", "4-0-9-9-1")]
    [InlineData("  04 11\r\n\r\n23\t31 ", "04 11 23 31")]
    [InlineData("Cafe\u0301", "Caf\u00e9")]
    [InlineData("a\u00a0b\u2028c", "a b c")]
    public void What_was_typed_is_brought_into_one_form(string typed, string text) =>
        Assert.Equal(text, CeremonyText.Read(typed, "announced").Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n ")]
    public void Nothing_is_missing(string? typed) =>
        Assert.Equal(new BeaconTextMissing("description"), CeremonyText.Read(typed, "description").Error);

    [Theory]
    [InlineData("\0")]
    [InlineData("4\u00072")]
    [InlineData("\ud800")]
    public void What_nobody_can_type_again_is_refused(string typed) =>
        Assert.Equal(new BeaconTextInvalid("announced"), CeremonyText.Read(typed, "announced").Error);

    [Fact]
    public void The_longest_text_fits_and_a_longer_one_is_refused()
    {
        Assert.Equal(Drawing.TextLength, CeremonyText.Read(new string('x', Drawing.TextLength), "announced").Value.Length);
        Assert.Equal(new BeaconTextInvalid("announced"), CeremonyText.Read(new string('x', Drawing.TextLength + 1), "announced").Error);
        Assert.Equal(new BeaconTextInvalid("announced"), CeremonyText.Read(new string('x', 1_000_000), "announced").Error);
    }
}
