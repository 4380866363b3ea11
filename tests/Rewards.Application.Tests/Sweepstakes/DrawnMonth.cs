using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Application.Sweepstakes;
using Rewards.Domain.Mail;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>A month that was drawn, to see who gets its prizes in the end.</summary>
internal sealed class DrawnMonth : IAsyncDisposable
{
    public const string DrawId = EntriesForTests.DrawId;

    private DrawnMonth(PortalForTests portal, OfficerForTests officer) => (Portal, Officer) = (portal, officer);

    public PortalForTests Portal { get; }

    public OfficerForTests Officer { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Persons with one entry each, and prizes of some number.</summary>
    public static async Task<DrawnMonth> StartAsync(DatabaseKind database, int persons, int prizes = 2, bool byMail = true)
    {
        var portal = await PortalForTests.StartAsync(database, new PortalSetup { Promotions = [] });
        var lines = string.Join('\n', Enumerable.Range(1, prizes).Select(i => $"Prize {i}"));
        await portal.InDatabaseAsync(db => db.Sweepstakes.ExecuteUpdateAsync(set => set.SetProperty(s => s.Prizes, lines)));
        foreach (var i in Enumerable.Range(0, persons))
        {
            await portal.EntersAsync(email: byMail ? $"shopper{i}@example.com" : null);
        }

        await portal.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "EntryCounts" ("SweepstakesId", "Who", "Count")
            SELECT "SweepstakesId", "ShopperId", COUNT(*) FROM "SweepstakesEntries" GROUP BY "SweepstakesId", "ShopperId"
            """));
        var officer = new OfficerForTests(portal);
        await officer.TakesTo(SweepstakesStatus.Drawn, DrawId);
        return new DrawnMonth(portal, officer);
    }

    /// <summary>A month in which the first prize was lost twice, and the second once between, because nobody wanted them.</summary>
    public static async Task<DrawnMonth> DisposedAsync(DatabaseKind database)
    {
        var month = await StartAsync(database, persons: 8);
        foreach (var prize in (int[])[0, 1, 0])
        {
            Assert.Null((await month.Officer.Disposes(DrawId, (await month.ClaimsAsync())[prize].Id)).Error);
        }

        return month;
    }

    /// <summary>Of each prize the claim that counts.</summary>
    public async Task<List<PrizeClaim>> ClaimsAsync() =>
        [.. (await Portal.AllAsync<PrizeClaim>()).GroupBy(c => c.Prize).OrderBy(g => g.Key).Select(g => g.MaxBy(c => c.Turn)!)];

    /// <summary>Whoever has each prize now, by the claims.</summary>
    public async Task<IReadOnlyList<EntryId?>> HoldersAsync() =>
        [.. (await ClaimsAsync()).Select(c => c.Status == PrizeClaimStatus.Lost ? (EntryId?)null : EntryId.FromBytes(c.EntryId))];

    /// <summary>Whoever has each prize now, by ranking and dispositions.</summary>
    public Task<IReadOnlyList<EntryId?>> SettledAsync() => Portal.CallAsync<ReadDrawBundle, IReadOnlyList<EntryId?>>(async read =>
    {
        var bundle = (await read.RunAsync(DrawId, Stop)).Value;
        var best = new BestPlaces(bundle.Manifest.Seed(bundle.Beacon), most: 1_000, bundle.Manifest.DedupMode);
        var walk = new DrawWalk(DrawId, best);
        await foreach (var leaf in bundle.Entries.WithCancellation(Stop))
        {
            walk.Add(leaf);
        }

        Assert.Equal(bundle.Manifest.Root, walk.Finish().Root);
        Assert.True(best.Ranking(bundle.Manifest.PrizeCount).TrySettle(bundle.Dispositions, new HashSet<EntryId>(), out var winners, out _));
        return winners;
    });

    /// <summary>All mails about prizes went out so long after the offers.</summary>
    public Task MailsGoOutAsync(TimeSpan after) => Portal.InDatabaseAsync(async db =>
    {
        foreach (var claim in await db.PrizeClaims.ToListAsync())
        {
            var at = claim.OfferedAt + after;
            await db.OutboxMails.Where(m => m.Id == claim.Id && m.Kind == MailKind.Winner).ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, at));
        }
    });

    /// <summary>What is wrong in the books.</summary>
    public Task<IReadOnlyList<string>> FaultsAsync() => Portal.CallAsync<VerifyBooks, IReadOnlyList<string>>(async books =>
    {
        var faults = new AuditFindings();
        await books.RunAsync(faults, Stop);
        return faults.Told;
    });

    /// <summary>The bundle as it would be downloaded.</summary>
    public Task<byte[]> BundleAsync() => Portal.CallAsync<ReadDrawBundle, byte[]>(async read =>
    {
        using var zip = new MemoryStream();
        await WriteDrawBundle.ToZipAsync(zip, (await read.RunAsync(DrawId, Stop)).Value, Stop);
        return zip.ToArray();
    });

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
