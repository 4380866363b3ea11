using System.IO.Compression;
using System.Text;
using Rewards.Application.Sweepstakes;
using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

public class DrawBundleTests
{
    private static readonly string[] _files =
        ["manifest.bin", "entries.csv", "rules.txt", "prizes.txt", "beacon.json", "dispositions.jsonl", "result.json"];

    public static TheoryData<string> Files => [.. _files];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bundle_agrees_as_a_zip_and_as_a_folder()
    {
        foreach (var beacon in new[] { SampleBundle.Ceremony, SampleBundle.Drand })
        {
            using var bundle = await (await new SampleBundle(beacon).AsZip(Stop)).AsFolder(Stop);

            Assert.Null(Verdict(bundle.Zip).Disagreement);
            Assert.Null(Verdict(bundle.Folder).Disagreement);
            Assert.True(Verdict(bundle.Zip).Agrees);
        }
    }

    [Fact]
    public async Task The_same_contents_make_the_same_bytes_and_any_tool_opens_the_zip()
    {
        using var one = await (await new SampleBundle(SampleBundle.Drand).AsZip(Stop)).AsFolder(Stop);
        using var two = await new SampleBundle(SampleBundle.Drand).AsZip(Stop);

        Assert.Equal(File.ReadAllBytes(one.Zip), File.ReadAllBytes(two.Zip));
        await using var zip = await ZipFile.OpenReadAsync(one.Zip, Stop);
        Assert.Equal(_files, zip.Entries.Select(entry => entry.FullName));
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            await using (var stream = await entry.OpenAsync(Stop))
            {
                await stream.CopyToAsync(bytes, Stop);
            }

            Assert.Equal(File.ReadAllBytes(one.File(entry.FullName)), bytes.ToArray());
        }
    }

    [Fact]
    public async Task Files_have_the_form_that_the_protocol_gives()
    {
        using var bundle = await new SampleBundle(SampleBundle.Ceremony, entryCount: 2, prizeCount: 1, dispositionCount: 0).AsFolder(Stop);
        var (result, leaf) = (bundle.Contents.Result, SampleBundle.Leaves(2)[0]);

        Assert.Equal(bundle.Contents.Manifest.ToBytes(), File.ReadAllBytes(bundle.File("manifest.bin")));
        Assert.StartsWith(
            $"entryId,tag,source,date\n{leaf.Entry},{leaf.Tag},1,{leaf.Date:yyyyMMdd}\n", File.ReadAllText(bundle.File("entries.csv")));
        Assert.Equal("", File.ReadAllText(bundle.File("dispositions.jsonl")));
        Assert.Equal(
            "{\"drawId\":\"2026-11-monthly\",\"commit\":\"" + result.Commit + "\",\"seed\":\"" + result.Seed
            + "\",\"winners\":[{\"place\":1,\"prize\":\"Prize \\\"1\\\" — día de compras\",\"entryId\":\"" + result.Winners[0]
            + "\"}],\"alternates\":[]}",
            File.ReadAllText(bundle.File("result.json")));
    }

    [Fact]
    public async Task Every_changed_byte_of_a_zip_is_found()
    {
        using var bundle = await new SampleBundle(SampleBundle.Ceremony).AsZip(Stop);

        AssertEveryByteMatters(bundle.Zip, bundle.Zip);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_changed_byte_of_a_file_in_a_folder_is_found(string name)
    {
        using var bundle = await new SampleBundle(name == "beacon.json" ? SampleBundle.Drand : SampleBundle.Ceremony).AsFolder(Stop);

        AssertEveryByteMatters(bundle.File(name), bundle.Folder);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_is_missing_empty_or_longer_or_shorter_by_a_byte_is_named(string name)
    {
        using var bundle = await new SampleBundle(SampleBundle.Drand).AsFolder(Stop);
        var bytes = File.ReadAllBytes(bundle.File(name));
        byte[][] others = [[], bytes[..^1], bytes[1..], [.. bytes, 0], [.. bytes, 10], [.. bytes, 32], [0xEF, 0xBB, 0xBF, .. bytes]];
        foreach (var other in others)
        {
            File.WriteAllBytes(bundle.File(name), other);
            AssertNames(name, Verdict(bundle.Folder));
        }

        File.Delete(bundle.File(name));
        AssertNames(name, Verdict(bundle.Folder));
    }

    [Theory]
    [InlineData("entries.csv", "\n", "\r\n")]
    [InlineData("entries.csv", "entryId", "EntryId")]
    [InlineData("beacon.json", ":", ": ")]
    [InlineData("beacon.json", "í", "\\u00ed")]
    [InlineData("dispositions.jsonl", "á", "\\u00e1")]
    [InlineData("dispositions.jsonl", "\n", "\n\n")]
    [InlineData("dispositions.jsonl", "15:00", "15:01")]
    [InlineData("result.json", ",", ",\n")]
    [InlineData("result.json", "\\\"", "\\u0022")]
    public async Task Another_way_of_writing_the_same_is_refused(string name, string written, string otherwise)
    {
        using var bundle = await new SampleBundle(new Ceremony("El día", "7")).AsFolder(Stop);

        bundle.Rewrite(name, text => text.Replace(written, otherwise));

        AssertNames(name, Verdict(bundle.Folder));
    }

    [Fact]
    public async Task Swapped_or_repeated_entries_are_found()
    {
        using var bundle = await new SampleBundle(SampleBundle.Drand).AsFolder(Stop);
        var lines = File.ReadAllLines(bundle.File("entries.csv"));
        string[][] others = [[lines[0], lines[2], lines[1], .. lines[3..]], [lines[0], lines[1], lines[1], .. lines[3..]]];
        foreach (var other in others)
        {
            File.WriteAllText(bundle.File("entries.csv"), string.Concat(other.Select(line => line + "\n")));
            AssertNames("entries.csv: line 3", Verdict(bundle.Folder));
        }
    }

    [Fact]
    public async Task What_does_not_belong_to_a_folder_is_named()
    {
        using var bundle = await new SampleBundle(SampleBundle.Drand).AsFolder(Stop);
        File.WriteAllText(bundle.File("extra.txt"), "");
        AssertNames("extra.txt", Verdict(bundle.Folder));

        File.Delete(bundle.File("extra.txt"));
        File.Move(bundle.File("rules.txt"), Path.Combine(bundle.Folder, "..", "rules.txt"));
        File.CreateSymbolicLink(bundle.File("rules.txt"), Path.Combine("..", "rules.txt"));
        AssertNames("rules.txt: is no plain file", Verdict(bundle.Folder));

        File.Delete(bundle.File("rules.txt"));
        Directory.CreateDirectory(bundle.File("rules.txt"));
        AssertNames("rules.txt: is no plain file", Verdict(bundle.Folder));
    }

    [Fact]
    public async Task A_zip_of_another_form_is_refused_and_its_folder_is_not()
    {
        using var bundle = await (await new SampleBundle(SampleBundle.Drand).AsFolder(Stop)).AsZip(Stop);
        var zip = File.ReadAllBytes(bundle.Zip);
        List<byte[]> others = [zip[..^1], [.. zip, 0], [0, .. zip], [.. zip, .. zip], zip[..100], [1]];
        foreach (var level in new[] { CompressionLevel.NoCompression, CompressionLevel.Optimal })
        {
            File.Delete(bundle.Zip);
            await ZipFile.CreateFromDirectoryAsync(bundle.Folder, bundle.Zip, level, includeBaseDirectory: false, Stop);
            others.Add(File.ReadAllBytes(bundle.Zip));
        }

        File.WriteAllBytes(bundle.Zip, zip);
        Assert.True(Verdict(bundle.Zip).Agrees);
        foreach (var other in others)
        {
            File.WriteAllBytes(bundle.Zip, other);
            AssertNames("zip", Verdict(bundle.Zip));
        }

        Assert.True(Verdict(bundle.Folder).Agrees);
    }

    [Fact]
    public async Task Whatever_bytes_stand_in_a_file_there_is_a_verdict()
    {
        using var bundle = await (await new SampleBundle(SampleBundle.Drand).AsFolder(Stop)).AsZip(Stop);
        for (var round = 0; round < 300; round++)
        {
            var noise = Enumerable.Range(0, 1 + (round % 9)).SelectMany(i => Digest.Of(Encoding.ASCII.GetBytes($"{round} {i}")).Bytes.ToArray()).ToArray();
            var path = round % 8 == 7 ? bundle.Zip : bundle.File(_files[round % 8]);
            var whole = path == bundle.Zip ? path : bundle.Folder;
            var bytes = File.ReadAllBytes(path);
            var at = round * 31 % bytes.Length;
            File.WriteAllBytes(path, [.. bytes[..at], .. noise, .. bytes[Math.Min(bytes.Length, at + noise.Length)..]]);

            Assert.False(Verdict(whole).Agrees, $"round {round}");
            File.WriteAllBytes(path, bytes);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("there is no such file")]
    [InlineData("\0")]
    public void Where_there_is_nothing_there_is_a_verdict(string path) => Assert.False(Verdict(path).Agrees);

    [Fact]
    public async Task A_drand_signature_is_verified_and_a_wrong_one_is_found_also_where_all_else_fits()
    {
        using var bundle = await new SampleBundle(SampleBundle.Drand).AsFolder(Stop);
        using var forged = await new SampleBundle(new DrandQuicknet(124, Convert.FromHexString(((DrandQuicknet)SampleBundle.Drand).Signature))).AsFolder(Stop);
        var lines = Verdict(bundle.Folder).Checked;

        Assert.Contains(lines, line => line.StartsWith("BLS signature: verified, of round 123", StringComparison.Ordinal) && line.Contains(Quicknet.PublicKey, StringComparison.Ordinal));
        AssertNames("beacon.json", Verdict(forged.Folder));
    }

    [Fact]
    public async Task The_published_commitment_is_compared_or_said_not_to_be()
    {
        using var bundle = await new SampleBundle(SampleBundle.Drand).AsFolder(Stop);

        Assert.Contains(Verdict(bundle.Folder).Checked, line => line.Contains("NOT compared", StringComparison.Ordinal));
        Assert.True(VerifyDrawBundle.Run(bundle.Folder, bundle.Contents.Manifest.Commit(), Stop).Agrees);
        AssertNames("manifest.bin", VerifyDrawBundle.Run(bundle.Folder, default(Digest), Stop));
    }

    [Fact]
    public async Task Final_winners_after_dispositions_are_told()
    {
        using var bundle = await new SampleBundle(SampleBundle.Drand).AsFolder(Stop);
        var alternates = bundle.Ranking.Alternates.ToList();

        var lines = Verdict(bundle.Folder).Checked;

        Assert.Contains(lines, line => line.EndsWith($"{alternates[0]} (drawn was {bundle.Ranking.Winners[0]})", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith($"{alternates[1]} (drawn was {bundle.Ranking.Winners[1]})", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith($": {bundle.Ranking.Winners[2]}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bundle_of_others_may_leave_the_head_of_the_dispositions_out_and_list_all_alternates()
    {
        using var bundle = await new SampleBundle(SampleBundle.Drand, entryCount: 300).AsFolder(Stop);
        var alternates = bundle.Ranking.Alternates.ToList();
        Assert.True(alternates.Count > DrawResult.AlternatesShown);

        bundle.Rewrite("result.json", text => text[..text.IndexOf(",\"dispositionsHead\"", StringComparison.Ordinal)] + "}");
        var verdict = Verdict(bundle.Folder);
        Assert.True(verdict.Agrees, verdict.Disagreement);
        Assert.Contains(verdict.Checked, line => line.Contains("stands nowhere else", StringComparison.Ordinal));

        bundle.Rewrite("result.json", text => text.Replace("]}", "," + string.Join(',', alternates.Skip(100).Select(entry => $"\"{entry}\"")) + "]}"));
        Assert.True(Verdict(bundle.Folder).Agrees);

        bundle.Rewrite("result.json", text => text.Replace($",\"{alternates[^1]}\"", ""));
        AssertNames("result.json", Verdict(bundle.Folder));
    }

    [Fact]
    public async Task A_disposition_of_somebody_without_a_place_is_found()
    {
        using var bundle = await new SampleBundle(SampleBundle.Drand, dispositionCount: 0).AsFolder(Stop);
        var stranger = Disposition.Record(
            EntryId.Create(DateTimeOffset.UnixEpoch), DispositionReason.Declined, default, "ana", "ben", DateTimeOffset.UnixEpoch, null);

        File.WriteAllText(bundle.File("dispositions.jsonl"), stranger.Line + "\n");

        AssertNames("dispositions.jsonl", Verdict(bundle.Folder));
    }

    [Fact]
    public async Task An_alternate_far_down_the_line_can_be_disposed_of_and_another_entry_of_the_same_person_cannot()
    {
        using var bundle = await new SampleBundle(SampleBundle.Drand, entryCount: 2_000, dispositionCount: 0).AsFolder(Stop);
        var last = bundle.Ranking.Alternates.Last();
        var leaves = SampleBundle.Leaves(2_000);
        var worse = leaves.Single(leaf => leaf.Entry != last && leaf.Tag == leaves.Single(own => own.Entry == last).Tag).Entry;

        foreach (var (entry, agrees) in new[] { (last, true), (worse, false) })
        {
            var gone = Disposition.Record(entry, DispositionReason.Declined, default, "ana", "ben", DateTimeOffset.UnixEpoch, null);
            File.WriteAllText(bundle.File("dispositions.jsonl"), gone.Line + "\n");
            var verdict = Verdict(bundle.Folder);
            Assert.Equal(agrees ? null : $"dispositions.jsonl: {entry} had no place to lose", verdict.Disagreement);
        }
    }

    [Fact]
    public async Task Draws_without_entries_or_of_many_agree()
    {
        foreach (var count in new[] { 0, 1, 3000 })
        {
            using var bundle = await new SampleBundle(SampleBundle.Ceremony, count, prizeCount: 5, dispositionCount: 1).AsZip(Stop);
            Assert.Null(Verdict(bundle.Zip).Disagreement);
        }
    }

    [Fact]
    public async Task What_would_not_verify_is_not_written()
    {
        using var bundle = new SampleBundle(SampleBundle.Drand);
        DrawBundleContents[] others =
        [
            bundle.Contents with { Rules = "other"u8.ToArray() },
            bundle.Contents with { Prizes = "other\n"u8.ToArray() },
            bundle.Contents with { Beacon = SampleBundle.Ceremony },
            bundle.Contents with { Dispositions = [.. bundle.Contents.Dispositions.Skip(1)] },
            bundle.Contents with { Entries = SampleBundle.Leaves(11).ToAsyncEnumerable() },
            bundle.Contents with { Entries = SampleBundle.Leaves(12).Reverse().ToAsyncEnumerable() },
            bundle.Contents with { Result = bundle.Contents.Result with { Seed = default } },
        ];

        foreach (var other in others)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => WriteDrawBundle.ToZipAsync(Stream.Null, other, Stop));
        }
    }

    [Fact]
    public async Task A_folder_with_something_in_it_is_not_written_over()
    {
        using var bundle = await new SampleBundle(SampleBundle.Drand).AsFolder(Stop);

        await Assert.ThrowsAsync<IOException>(() => WriteDrawBundle.ToFolderAsync(bundle.Folder, bundle.Contents, Stop));
    }

    private static DrawBundleVerdict Verdict(string path) => VerifyDrawBundle.Run(path, null, Stop);

    private static void AssertNames(string what, DrawBundleVerdict verdict) =>
        Assert.StartsWith(what, verdict.Disagreement?.Replace("folder: ", "") ?? "nothing disagrees", StringComparison.Ordinal);

    // One bit of every byte, another one each time, and the bit that turns capitals into small letters.
    private static void AssertEveryByteMatters(string file, string bundle)
    {
        Assert.True(Verdict(bundle).Agrees);
        var bytes = File.ReadAllBytes(file);
        Assert.NotEmpty(bytes);
        for (var at = 0; at < bytes.Length; at++)
        {
            foreach (var mask in new[] { 1 << (at % 8), 0x20 })
            {
                Write(at, (byte)(bytes[at] ^ mask));
                Assert.False(Verdict(bundle).Agrees, $"byte {at} of {Path.GetFileName(file)} changed by {mask:x2}");
            }

            Write(at, bytes[at]);
        }

        Assert.True(Verdict(bundle).Agrees);

        void Write(int at, byte value)
        {
            using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Write);
            RandomAccess.Write(handle, [value], at);
        }
    }
}
