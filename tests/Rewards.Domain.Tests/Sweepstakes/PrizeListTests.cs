using System.Text;
using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Domain.Tests.Sweepstakes;

public class PrizeListTests
{
    [Fact]
    public void Prizes_are_a_line_each_in_their_order()
    {
        var bytes = PrizeList.Write(["A year of groceries", "Día de \"fiesta\""]);

        Assert.Equal("A year of groceries\nDía de \"fiesta\"\n", Encoding.UTF8.GetString(bytes));
        Assert.True(PrizeList.TryRead(bytes, out var prizes));
        Assert.Equal(["A year of groceries", "Día de \"fiesta\""], prizes);
    }

    [Fact]
    public void The_last_line_need_not_end()
    {
        Assert.True(PrizeList.TryRead("one\ntwo"u8, out var prizes));
        Assert.Equal(["one", "two"], prizes);
        Assert.True(PrizeList.TryRead([], out prizes));
        Assert.Empty(prizes);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("one\n\ntwo\n")]
    [InlineData("one\r\ntwo\r\n")]
    [InlineData("one\ttwo")]
    [InlineData("\uFEFFone")]
    public void Other_text_is_no_list(string text) => Assert.False(PrizeList.TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Bytes_that_are_no_text_or_too_many_are_no_list()
    {
        Assert.False(PrizeList.TryRead([0xC3, 0x28], out _));
        Assert.False(PrizeList.TryRead(new byte[PrizeList.MaxBytes + 1], out _));
        Assert.False(PrizeList.TryRead(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("x\n", PrizeList.MaxPrizes + 1))), out _));
        Assert.True(PrizeList.TryRead(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("x\n", PrizeList.MaxPrizes))), out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("a\u0000")]
    public void What_is_not_a_line_of_text_is_not_written(string prize) =>
        Assert.Throws<ArgumentException>(() => PrizeList.Write(["one", prize]));

    [Fact]
    public void Half_a_character_is_not_written() => Assert.Throws<ArgumentException>(() => PrizeList.Write(["\uD800"]));
}
