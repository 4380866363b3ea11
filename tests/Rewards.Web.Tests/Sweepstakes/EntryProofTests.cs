using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Sweepstakes;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Sweepstakes;

/// <summary>Anyone who has the number of an entry gets the proof that it is in the list that was committed to.</summary>
public class EntryProofTests
{
    private const string Draw = "/draws/" + EntriesForTests.DrawId;

    [Theory, EveryDatabase]
    public async Task Every_entry_of_a_list_of_several_runs_is_proved(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database);
        await portal.Below.EntersAsync(entries: (2 * TreeOutline.Run) + 300);
        await new OfficerForTests(portal.Below).TakesTo(SweepstakesStatus.Committed, EntriesForTests.DrawId);
        var commit = (await portal.Browser().Opens(Draw)).TextOf("code.hash");
        var entries = await portal.Below.InDatabaseAsync(db => db.SweepstakesEntries
            .Where(e => db.Sweepstakes.Any(s => s.Id == e.SweepstakesId && s.DrawId == EntriesForTests.DrawId)).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync());

        foreach (var index in (int[])[0, 1, TreeOutline.Run - 1, TreeOutline.Run, 1500, (2 * TreeOutline.Run) - 1, 2 * TreeOutline.Run, entries.Count - 1])
        {
            using var answer = await portal.Http.GetAsync(Proof(Convert.ToHexStringLower(entries[index])), TestContext.Current.CancellationToken);
            var proof = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

            Assert.Equal((HttpStatusCode.OK, "public, max-age=86400"), (answer.StatusCode, $"{answer.Headers.CacheControl}"));
            Assert.Equal($"\"{commit}\"", answer.Headers.ETag?.Tag);
            var manifest = Convert.FromHexString(proof.GetProperty("manifest").GetString()!);
            Assert.Equal(commit, $"{Digest.Of(manifest)}");
            Assert.True(DrawManifest.TryParse(manifest, out var committed));
            Assert.Equal(index, proof.GetProperty("index").GetInt32());
            Assert.True(new InclusionProof(index, committed.EntryCount, [.. proof.GetProperty("path").EnumerateArray().Select(node => DigestOf(node.GetString()))])
                .Proves(LeafOf(proof.GetProperty("entry")).Hash(committed.DrawId), committed.Root));
        }
    }

    [Fact]
    public async Task What_is_no_entry_of_the_draw_is_not_found_and_neither_is_any_before_the_commitment()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        await portal.Below.EntersAsync();
        var officer = new OfficerForTests(portal.Below);
        await officer.TakesTo(SweepstakesStatus.Frozen, EntriesForTests.DrawId);
        var entry = Convert.ToHexStringLower((await portal.Below.AllAsync<SweepstakesEntry>())[0].Id);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(portal, Proof(entry)));

        _ = (await officer.Commits(EntriesForTests.DrawId)).Value;

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(portal, Proof(entry.ToUpperInvariant())));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(portal, $"{Draw}/beacon.json"));
        foreach (var address in (string[])[Proof(new string('0', 32)), Proof(new string('f', 32)), Proof("x"), Proof("%00"), $"/draws/2026-04-monthly/entries/{entry}/proof.json", $"/draws/%00/entries/{entry}/proof.json"])
        {
            Assert.Contains(await StatusAsync(portal, address), (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.BadRequest]);
        }
    }

    [Fact]
    public async Task A_list_that_is_not_the_one_that_was_committed_to_proves_nothing()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        await portal.Below.EntersAsync(entries: 3);
        await new OfficerForTests(portal.Below).TakesTo(SweepstakesStatus.Committed, EntriesForTests.DrawId);
        var entries = await portal.Below.AllAsync<SweepstakesEntry>();
        await portal.Below.InDatabaseAsync(db => db.SweepstakesEntries.Where(e => e.Id == entries[1].Id).ExecuteDeleteAsync());

        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(portal, Proof(Convert.ToHexStringLower(entries[0].Id))));
    }

    [Fact]
    public async Task Once_drawn_the_beacon_is_the_file_of_the_bundle()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite);
        await portal.Below.EntersAsync();
        await new OfficerForTests(portal.Below).TakesTo(SweepstakesStatus.Drawn, EntriesForTests.DrawId);

        var beacon = Beacon.FromJson(await portal.Browser().Downloads($"{Draw}/beacon.json"));

        Assert.Equal(new Ceremony(OfficerForTests.Description, OfficerForTests.Value), beacon);
    }

    private static string Proof(string entry) => $"{Draw}/entries/{entry}/proof.json";

    private static async Task<HttpStatusCode> StatusAsync(PortalOnLoopback portal, string address)
    {
        using var answer = await portal.Http.GetAsync(address, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static Digest DigestOf(string? hex) => Digest.TryParse(hex, out var digest) ? digest : throw new FormatException(hex);

    private static DrawLeaf LeafOf(JsonElement entry) => new(
        EntryId.FromBytes(Convert.FromHexString(entry.GetProperty("entryId").GetString()!)),
        EntryTag.FromBytes(Convert.FromHexString(entry.GetProperty("tag").GetString()!)),
        (EntrySource)entry.GetProperty("source").GetInt32(),
        DateOnly.ParseExact($"{entry.GetProperty("date").GetInt32()}", "yyyyMMdd"));
}
