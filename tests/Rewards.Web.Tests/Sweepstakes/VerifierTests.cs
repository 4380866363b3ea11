using Rewards.Application.Sweepstakes;
using Rewards.Application.Tests.Sweepstakes;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Sweepstakes;

/// <summary>
/// Two programs that share no code check the same bundles: ours, which the command line runs, and one in Node that was written from
/// the protocol. The third, in the browser, is held against the same by DrawCheckTests.
/// </summary>
public class VerifierTests(NodeVerifier node) : IClassFixture<NodeVerifier>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, 12)]
    [InlineData(false, 12)]
    [InlineData(true, 3_000)]
    public async Task A_genuine_bundle_agrees_as_zip_and_as_folder_with_root_seed_and_winners(bool isDrand, int entries)
    {
        using var bundle = await (await Sample(isDrand, entries).AsZip(Stop)).AsFolder(Stop);
        var (manifest, result) = (bundle.Contents.Manifest, bundle.Contents.Result);
        var alternates = bundle.Ranking.Alternates.Take(2).ToList();

        foreach (var path in new[] { bundle.Zip, bundle.Folder })
        {
            var (code, said, wrong) = await node.ChecksAsync(path, $"{manifest.Commit()}");

            Assert.True(code == 0, wrong);
            Assert.Contains($"seed: {result.Seed}\n", said, StringComparison.Ordinal);
            Assert.Contains($"{entries} entries under root {manifest.Root}\n", said, StringComparison.Ordinal);
            Assert.Contains($"prize 1: {alternates[0]}\nprize 2: {alternates[1]}\nprize 3: {result.Winners[2]}\n", said, StringComparison.Ordinal);
            Assert.Contains(isDrand ? "BLS signature of round 123 of drand quicknet verified" : "there is no BLS signature", said, StringComparison.Ordinal);
            Assert.Null(VerifyDrawBundle.Run(path, manifest.Commit(), Stop).Disagreement);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_changed_rule_prize_entry_beacon_winner_or_disposition_is_found_by_both(bool isDrand)
    {
        using var bundle = await Sample(isDrand).AsZip(Stop);
        var commit = bundle.Contents.Manifest.Commit();
        foreach (var changed in ChangedBundle.Of(await File.ReadAllBytesAsync(bundle.Zip, Stop), isDrand))
        {
            var (code, _, wrong) = await node.ChecksAsync(changed.Zip, $"{commit}");
            Assert.True(code == 1 && wrong.StartsWith(changed.File, StringComparison.Ordinal), $"{changed.What}: {code} {wrong}");

            await File.WriteAllBytesAsync(bundle.Zip, changed.Zip, Stop);
            var ours = VerifyDrawBundle.Run(bundle.Zip, commit, Stop).Disagreement;
            Assert.True(ours?.StartsWith(changed.File, StringComparison.Ordinal) == true, $"{changed.What}: {ours}");
        }
    }

    [Theory, EveryDatabase]
    public async Task A_changed_left_out_or_reordered_disposition_of_a_published_bundle_is_found_by_another_program(DatabaseKind database)
    {
        await using var month = await DrawnMonth.DisposedAsync(database);
        var zip = await month.BundleAsync();
        var (code, said, disagreement) = await node.ChecksAsync(zip, "");
        Assert.True(code == 0, disagreement);
        Assert.Contains(string.Concat((await month.HoldersAsync()).Select((entry, i) => $"prize {i + 1}: {entry}\n")), said, StringComparison.Ordinal);
        foreach (var changed in ChangedBundle.OfDispositions(zip))
        {
            (code, _, disagreement) = await node.ChecksAsync(changed.Zip, "");
            Assert.True(code == 1 && disagreement.StartsWith(changed.File, StringComparison.Ordinal), $"{changed.What}: {code} {disagreement}");
        }
    }

    [Fact]
    public async Task Whoever_makes_everything_fit_again_has_another_commitment()
    {
        using var noted = Sample(isDrand: true);
        using var other = await Sample(isDrand: true, entries: 11).AsZip(Stop);
        var commit = noted.Contents.Manifest.Commit();

        Assert.Equal(0, (await node.ChecksAsync(other.Zip, $"{other.Contents.Manifest.Commit()}")).Code);
        Assert.StartsWith("manifest.bin", (await node.ChecksAsync(other.Zip, $"{commit}")).Disagreement, StringComparison.Ordinal);
        Assert.StartsWith("manifest.bin", VerifyDrawBundle.Run(other.Zip, commit, Stop).Disagreement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draw_that_fits_a_made_up_signature_is_found_by_both()
    {
        using var bundle = await new SampleBundle(new DrandQuicknet(123, new byte[48])).AsZip(Stop);
        var commit = bundle.Contents.Manifest.Commit();

        var (code, _, wrong) = await node.ChecksAsync(bundle.Zip, $"{commit}");

        Assert.Equal(1, code);
        Assert.Contains("BLS signature of round 123 is WRONG", wrong, StringComparison.Ordinal);
        Assert.StartsWith(
            "beacon.json: its BLS signature is not that of round 123", VerifyDrawBundle.Run(bundle.Zip, commit, Stop).Disagreement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_far_down_the_line_has_a_place_to_lose_and_a_persons_second_entry_has_none()
    {
        using var bundle = new SampleBundle(SampleBundle.Ceremony, entryCount: 900, dispositionCount: 0);
        var alternates = bundle.Ranking.Alternates.ToList();
        var placed = bundle.Ranking.Winners.Concat(alternates).ToHashSet();
        var second = SampleBundle.Leaves(900).Select(leaf => leaf.Entry).First(entry => !placed.Contains(entry));

        foreach (var (entry, agrees) in new[] { (alternates[300], true), (second, false) })
        {
            var line = Disposition.Record(
                entry, DispositionReason.Declined, Digest.Of("letter"u8), "ana", "ben", new DateTimeOffset(2026, 12, 9, 15, 0, 0, TimeSpan.Zero), null);
            await using (var zip = File.Create(bundle.Zip))
            {
                await WriteDrawBundle.ToZipAsync(zip, bundle.Contents with { Dispositions = [line] }, Stop);
            }

            var (code, _, wrong) = await node.ChecksAsync(bundle.Zip, "");
            Assert.True((code == 0) == agrees, wrong);
            Assert.Equal(agrees, VerifyDrawBundle.Run(bundle.Zip, null, Stop).Agrees);
        }
    }

    [Fact]
    public async Task Whatever_bytes_stand_in_a_bundle_there_is_a_verdict()
    {
        using var bundle = await Sample(isDrand: false).AsZip(Stop);
        var zip = await File.ReadAllBytesAsync(bundle.Zip, Stop);
        byte[][] others = [[], [1], zip[..^1], [.. zip, 0], zip[..100], [.. zip.Select(value => (byte)(value ^ 1))]];
        foreach (var other in others)
        {
            Assert.Equal(1, (await node.ChecksAsync(other, "")).Code);
        }

        Assert.Equal(1, (await node.ChecksAsync("/no/such/bundle", "")).Code);
    }

    private static SampleBundle Sample(bool isDrand, int entries = 12) => new(isDrand ? SampleBundle.Drand : SampleBundle.Ceremony, entries);
}
