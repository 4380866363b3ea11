using System.Text;
using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Domain.Tests.Sweepstakes;

public class DispositionTests
{
    private static readonly EntryId _entry = EntryId.FromBytes([.. Enumerable.Range(0, 16).Select(i => (byte)i)]);
    private static readonly DateTimeOffset _at = new(2026, 12, 1, 10, 30, 0, 999, TimeSpan.FromHours(1));

    [Fact]
    public void A_line_is_written_as_the_protocol_says()
    {
        var disposition = Disposition.Record(_entry, "INELIGIBLE_EMPLOYEE", default, "ana", "ben", _at, null);

        Assert.Equal(
            "{\"entryId\":\"000102030405060708090a0b0c0d0e0f\",\"reason\":\"INELIGIBLE_EMPLOYEE\",\"evidence\":\""
            + new string('0', 64) + "\",\"actors\":[\"ana\",\"ben\"],\"at\":\"2026-12-01T09:30:00Z\",\"prev\":\""
            + new string('0', 64) + "\"}",
            disposition.Line);
    }

    [Fact]
    public void Each_line_carries_the_hash_of_the_one_before()
    {
        var first = Disposition.Record(_entry, DispositionReason.Declined, default, "ana", "ben", _at, null);
        var second = Disposition.Record(_entry, DispositionReason.NoResponse, default, "ben", "ana", _at, first);

        Assert.True(first.Previous.IsZero);
        Assert.Equal(SampleDraw.HashOf(first.Line), second.Previous);
        Assert.True(Disposition.TryParse(Encoding.UTF8.GetBytes(second.Line), out var read));
        Assert.Equal(second, read);
    }

    [Theory]
    [InlineData("NO_RESPONSE", true)]
    [InlineData("AFFIDAVIT_LATE", true)]
    [InlineData("DECLINED", true)]
    [InlineData("INELIGIBLE_AGE", true)]
    [InlineData("INELIGIBLE_", false)]
    [InlineData("INELIGIBLE_age", false)]
    [InlineData("INELIGIBLE", false)]
    [InlineData("OTHER", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_coded_reasons_count(string? reason, bool valid) => Assert.Equal(valid, DispositionReason.IsValid(reason));

    [Theory]
    [InlineData("ana", "ana")]
    [InlineData("", "ben")]
    [InlineData("ana", "b\u0007n")]
    public void Two_different_actors_are_needed(string first, string second) =>
        Assert.Throws<ArgumentException>(
            () => Disposition.Record(_entry, DispositionReason.Declined, default, first, second, _at, null));

    [Fact]
    public void A_line_of_another_form_is_refused()
    {
        var line = Disposition.Record(_entry, DispositionReason.Declined, default, "ána", "ben", _at, null).Line;
        string[] others =
        [
            line + " ", line + "\r", "\uFEFF" + line, line.Replace(",", ", "), line.Replace("090a", "090A"),
            line.Replace("Z\"", ".0Z\""), line.Replace("Z\"", "+00:00\""), line.Replace("12-01", "13-01"), line.Replace("ben", "ána"),
            line.Replace("á", "\\u00e1"), line.Replace("DECLINED", "OTHER"), "", "{}", new string('{', 5000),
        ];

        Assert.All(others, other => Assert.False(Disposition.TryParse(Encoding.UTF8.GetBytes(other), out _), other));
    }

    [Fact]
    public void A_changed_bit_of_a_line_is_refused_or_makes_another_hash()
    {
        var disposition = Disposition.Record(_entry, DispositionReason.Declined, default, "ana", "ben", _at, null);
        var line = Encoding.UTF8.GetBytes(disposition.Line);
        for (var bit = 0; bit < line.Length * 8; bit++)
        {
            line[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(!Disposition.TryParse(line, out var read) || read.Hash != disposition.Hash);
            line[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }
}
