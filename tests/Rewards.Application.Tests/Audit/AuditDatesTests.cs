using Rewards.Application.Audit;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Audit;

/// <summary>A clock that was wrong once is told, spoils nothing that comes behind it, and can be explained by a person.</summary>
public class AuditDatesTests
{
    [Theory, EveryDatabase]
    public async Task One_row_dated_ahead_is_told_and_hides_nothing_behind_it(DatabaseKind database)
    {
        await using var portal = await StartAsync(database);
        await ActsAsync(portal, TimeSpan.FromMinutes(15));
        Assert.Equal((1, 1), (await portal.SealsAsync()) is var ahead ? (ahead.Links, ahead.Ahead) : default);
        await ActsAsync(portal);
        await portal.SealsAsync();

        var verdict = await portal.VerifiesAsync();
        Assert.True(verdict.IsOfDates);
        Assert.Equal((1, 1), (verdict.Dates.Count, verdict.Dates.Of(AuditDate.RowAhead)));
        Assert.Contains("says it was written 2026-03-10 15:15:00 UTC, and was linked 2026-03-10 15:00:00 UTC", verdict.Fault, StringComparison.Ordinal);

        var changed = await portal.SaysWithAsync("""UPDATE "AuditEvents" SET "Act" = 52 WHERE "At" = (SELECT MIN("At") FROM "AuditEvents")""");
        Assert.Contains("was changed after it was linked", changed, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_row_of_a_far_day_is_told_before_and_after_it_is_linked(DatabaseKind database)
    {
        await using var portal = await StartAsync(database);
        await ActsAsync(portal, TimeSpan.FromDays(36_500));
        Assert.Contains("which is still to come", (await portal.VerifiesAsync()).Fault, StringComparison.Ordinal);

        await portal.SealsAsync();
        Assert.Equal(1, (await portal.VerifiesAsync()).Dates.Of(AuditDate.RowAhead));
    }

    [Theory, EveryDatabase]
    public async Task A_portal_that_ran_two_days_ahead_is_told_and_what_it_does_afterwards_is_linked_and_verified(DatabaseKind database)
    {
        await using var portal = await StartAsync(database);
        portal.Clock.Advance(TimeSpan.FromDays(2));
        await ActsAsync(portal);
        await SealsAfterAPauseAsync(portal);
        portal.Clock.Advance(TimeSpan.FromDays(-2));
        await ActsAsync(portal);
        Assert.Equal(1, (await SealsAfterAPauseAsync(portal)).Links);

        var verdict = await portal.VerifiesAsync();
        Assert.True(verdict.IsOfDates);
        Assert.Equal((1, 1, 2), (verdict.Dates.Of(AuditDate.LinkAhead), verdict.Dates.Of(AuditDate.LinkBehind), verdict.Dates.Count));

        // The two days over, what stays is that the clock went back.
        portal.Clock.Advance(TimeSpan.FromDays(3));
        await ActsAsync(portal);
        await SealsAfterAPauseAsync(portal);
        Assert.Equal((1, 1), (await portal.VerifiesAsync()) is var later ? (later.Dates.Of(AuditDate.LinkBehind), later.Dates.Count) : default);
    }

    [Theory, EveryDatabase]
    public async Task What_is_explained_counts_no_more_and_what_comes_after_it_does(DatabaseKind database)
    {
        await using var portal = await StartAsync(database);
        await ActsAsync(portal, TimeSpan.FromMinutes(15));
        await portal.SealsAsync();
        var through = (await portal.VerifiesAsync()).Head.Sequence;

        Assert.Equal("audit-reason-invalid", (await ExplainsAsync(through, " "))?.Code);
        Assert.Null(await ExplainsAsync(through, "The node's clock was a quarter of an hour fast."));
        Assert.Equal((null, 1), (await portal.VerifiesAsync()) is var explained ? (explained.Fault, explained.Explained) : default);

        // Put in now and dated back; nobody explains what comes after what they say.
        Assert.Null(await ExplainsAsync(1_000_000, "And all that comes."));
        await portal.SealsAsync();
        await ActsAsync(portal, TimeSpan.FromHours(-2));
        await portal.SealsAsync();
        Assert.Contains("but was put in after others of 2026-03-10 15:00:00 UTC", (await portal.VerifiesAsync()).Fault, StringComparison.Ordinal);

        Task<Error?> ExplainsAsync(long links, string reason) => portal.CallAsync<ExplainDates, Error?>(u => u.RunAsync(links, reason, null, default));
    }

    private static async Task<PortalForTests> StartAsync(DatabaseKind database)
    {
        var portal = await PortalForTests.StartAsync(database, new PortalSetup { Promotions = [] });
        await ActsAsync(portal);
        await portal.SealsAsync();
        return portal;
    }

    private static Task<Linked> SealsAfterAPauseAsync(PortalForTests portal) =>
        portal.CallAsync<SealAudit, Linked>(async u => await u.RunAsync(await u.SinceAsync(default), default));

    private static Task ActsAsync(PortalForTests portal, TimeSpan ahead = default) => portal.InDatabaseAsync(async db =>
    {
        var at = portal.Clock.Now + ahead;
        db.AuditEvents.Add(new AuditEvent(Guid.CreateVersion7(at), AuditAct.PasswordChanged, null, AuditSubject.Of(Guid.Empty), "{}", at));
        await db.SaveChangesAsync();
    });
}
