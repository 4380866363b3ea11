using System.Text;
using FsCheck.Fluent;
using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Domain.Tests.Sweepstakes;

public class DrawManifestTests
{
    [Fact]
    public void A_manifest_is_read_back_from_its_bytes() =>
        Assert.All(SampleDraw.All, draw =>
        {
            Assert.True(DrawManifest.TryParse(draw.Manifest.ToBytes(), out var read));
            Assert.Equal(draw.Manifest, read);
        });

    [Fact]
    public void A_changed_byte_is_refused_or_makes_another_commitment()
    {
        var manifest = SampleDraw.All.First().Manifest;
        Given.ForAll(
            from at in Given.Number(0, manifest.ToBytes().Length - 1) from mask in Given.Number(1, 255) select (at, mask),
            drawn =>
            {
                var bytes = manifest.ToBytes();
                bytes[drawn.at] ^= (byte)drawn.mask;
                return !DrawManifest.TryParse(bytes, out var read)
                    || (read != manifest && read.ToBytes().SequenceEqual(bytes));
            });
    }

    [Fact]
    public void A_truncated_or_longer_manifest_is_refused()
    {
        var bytes = SampleDraw.All.First().Manifest.ToBytes();

        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.False(DrawManifest.TryParse(bytes.AsSpan(0, length), out _)));
        Assert.False(DrawManifest.TryParse([.. bytes, 0], out _));
    }

    [Fact]
    public void Another_beacon_or_round_than_was_committed_to_makes_no_seed()
    {
        var manifest = SampleDraw.All.First().Manifest;

        Assert.Throws<ArgumentException>(() => manifest.Seed(new DrandQuicknet(124, new byte[48])));
        Assert.Throws<ArgumentException>(() => manifest.Seed(new Ceremony("the lottery", "7")));
    }

    [Fact]
    public void Other_entries_than_were_committed_to_are_not_drawn_from()
    {
        var draw = SampleDraw.All.First();
        var (others, seed) = (SampleDraw.Leaves(11, 2), draw.Manifest.Seed(draw.Beacon));
        var ranking = SampleDraw.Rank(draw.Id, others, seed, draw.Manifest.PrizeCount, draw.Manifest.DedupMode);

        Assert.Throws<ArgumentException>(() => DrawResult.Of(draw.Manifest, SampleDraw.TreeOf(draw.Id, others), seed, ranking));
    }

    [Fact]
    public void The_largest_manifest_fits()
    {
        var manifest = new DrawManifest(
            new string('é', 50), uint.MaxValue, default, long.MaxValue, default, default, default, int.MaxValue,
            DedupMode.None, default, long.MaxValue);

        Assert.InRange(manifest.ToBytes().Length, 1, DrawManifest.MaxBytes);
        Assert.True(DrawManifest.TryParse(manifest.ToBytes(), out var read));
        Assert.Equal(manifest, read);
    }

    [Fact]
    public void Rounds_of_quicknet_and_times_correspond()
    {
        Assert.Equal(Quicknet.Genesis.AddSeconds(366), Quicknet.TimeOf(123));
        Assert.Equal(1, Quicknet.FirstRoundFrom(DateTimeOffset.UnixEpoch));
        Assert.Equal(9999, Quicknet.TimeOf(Quicknet.LastRound).Year);
        Assert.Throws<ArgumentOutOfRangeException>(() => Quicknet.TimeOf(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quicknet.TimeOf(Quicknet.LastRound + 1));
        Given.ForAll(
            from round in Given.Number(1, int.MaxValue) from late in Given.Number(1, 3000) select (round, late),
            drawn => Quicknet.FirstRoundFrom(Quicknet.TimeOf(drawn.round)) == drawn.round
                && Quicknet.FirstRoundFrom(Quicknet.TimeOf(drawn.round).AddMilliseconds(drawn.late)) == drawn.round + 1L);
    }

    [Fact]
    public void A_commitment_less_than_an_hour_ahead_is_too_late()
    {
        var due = Quicknet.TimeOf(1_000_000);

        Assert.True(Quicknet.LeavesNotice(1_000_000, due.AddHours(-1)));
        Assert.False(Quicknet.LeavesNotice(1_000_000, due.AddHours(-1).AddTicks(1)));
    }

    [Fact]
    public void A_beacon_is_read_back_from_its_json()
    {
        Beacon[] beacons =
        [
            new DrandQuicknet(123, new byte[48]),
            new Ceremony("The \"numbers\" \\ of\n\u0001 día 🎲", "04-11-23\t/ 7"),
        ];

        Assert.All(beacons, beacon => Assert.Equal(beacon, Beacon.FromJson(Encoding.UTF8.GetBytes(beacon.ToJson()))));
        Assert.Equal(
            "{\"kind\":\"drand-quicknet\",\"beaconId\":\"" + Quicknet.BeaconId + "\",\"round\":123,\"signature\":\""
            + new string('0', 96) + "\"}",
            beacons[0].ToJson());
    }

    [Fact]
    public void A_beacon_of_another_form_is_refused()
    {
        var json = new Ceremony("díé \"x\"", "7").ToJson();
        string[] others =
        [
            " " + json, json + "\n", json.Replace(":0,", ": 0,"), json.Replace(":0,", ":00,"), json.Replace("ceremony", "Ceremony"),
            json.Replace("í", "\\u00ed"), json.Replace("\\\"", "\\u0022"), json.Replace("7", "\uFFFD"), json.Replace("7", "\\ud800"),
            json.Replace("\"7\"", "\"7"), json.Replace("\"7\"", "\"\""), json[..^1], "", "{}", "\uFEFF" + json,
        ];

        Assert.All(others, other => Assert.Null(Beacon.FromJson(Encoding.UTF8.GetBytes(other))));
    }

    [Fact]
    public void A_changed_bit_of_a_beacon_is_refused_or_makes_another_randomness_or_id()
    {
        Beacon[] beacons = [new DrandQuicknet(123, new byte[48]), new Ceremony("dí \"x\"\t", "7\u0001")];
        Assert.All(beacons, beacon =>
        {
            var json = Encoding.UTF8.GetBytes(beacon.ToJson());
            for (var bit = 0; bit < json.Length * 8; bit++)
            {
                json[bit / 8] ^= (byte)(1 << (bit % 8));
                var read = Beacon.FromJson(json);
                Assert.True(
                    read is null || read.Id != beacon.Id || read.Round != beacon.Round || read.Randomness != beacon.Randomness);
                json[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        });
    }
}
