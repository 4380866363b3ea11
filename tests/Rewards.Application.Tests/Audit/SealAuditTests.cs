using Rewards.Application.Audit;
using Rewards.Domain.Audit;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Audit;

/// <summary>However many nodes link, and whenever one is killed, there is one chain with everything in it once.</summary>
public class SealAuditTests
{
    [Theory, EveryDatabase]
    public async Task Sealers_at_once_that_are_killed_at_any_time_leave_one_chain_with_every_row_once(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Promotions = [] });
        var done = 0;
        await Crowd.AtOnce(5, async i =>
        {
            if (i == 0)
            {
                await ActAllDayAsync(portal);
                Interlocked.Exchange(ref done, 1);
            }

            while (Volatile.Read(ref done) == 0)
            {
                await SealUntilKilledAsync(portal, TimeSpan.FromMilliseconds(7 * i));
            }

            return true;
        });
        await portal.SealsAsync();

        Assert.Null((await portal.VerifiesAsync()).Fault);
        var links = await portal.AllAsync<AuditLink>();
        Assert.Equal(2_000, links.Count(l => l.Kind == AuditKind.Act));
        Assert.Equal(2_001, links.Count);
        Assert.Equal(0, (await portal.SealsAsync()).Links);
    }

    [Theory, EveryDatabase]
    public async Task What_is_committed_late_and_out_of_order_is_linked_all_the_same(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Promotions = [] });
        await portal.SealsAsync();
        var early = NewAct(portal.Clock.Now);
        portal.Clock.Advance(TimeSpan.FromMinutes(3));
        await ActsAsync(portal, 3);
        Assert.Equal(3, (await portal.SealsAsync(portal.Clock.Now.AddMinutes(-2))).Links);

        await AddAsync(portal, [early]);
        Assert.Equal(1, (await portal.SealsAsync(portal.Clock.Now.AddHours(-1))).Links);
        Assert.Null((await portal.VerifiesAsync()).Fault);
    }

    [Theory, EveryDatabase]
    public async Task What_was_there_before_the_chain_is_linked_before_its_beginning_is_noted(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Promotions = [] });
        await AddAsync(portal, [.. Enumerable.Range(0, 1_200).Select(i => NewAct(portal.Clock.Now.AddMinutes(-i)))]);

        await SealUntilKilledAsync(portal, TimeSpan.FromMilliseconds(1));
        var linked = await portal.SealsAsync(portal.Clock.Now.AddMinutes(-1));

        Assert.True(linked.IsComplete);
        Assert.Null((await portal.VerifiesAsync()).Fault);
        Assert.Equal(1_201, (await portal.AllAsync<AuditLink>()).Single(l => l.Kind == AuditKind.Beginning).Sequence);
    }

    private static async Task ActAllDayAsync(PortalForTests portal)
    {
        for (var i = 0; i < 40; i++)
        {
            await ActsAsync(portal, 50);
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private static async Task SealUntilKilledAsync(PortalForTests portal, TimeSpan after)
    {
        using var killed = new CancellationTokenSource(after);
        try
        {
            await portal.CallAsync<SealAudit, Linked>(u => u.RunAsync(null, killed.Token));
        }
        catch (Exception exception) when (killed.IsCancellationRequested)
        {
            // Somewhere in between; what it had in hand is gone. A broken chain would be told without another exception behind it.
            Assert.False(exception is InvalidOperationException { InnerException: null }, exception.ToString());
        }
    }

    private static Task ActsAsync(PortalForTests portal, int count) =>
        AddAsync(portal, [.. Enumerable.Range(0, count).Select(_ => NewAct(portal.Clock.Now))]);

    private static AuditEvent NewAct(DateTime at) => new(Guid.CreateVersion7(at), AuditAct.PasswordChanged, null, AuditSubject.Of(Guid.Empty), "{}", at);

    private static Task AddAsync(PortalForTests portal, IReadOnlyList<AuditEvent> acts) => portal.InDatabaseAsync(async db =>
    {
        db.AuditEvents.AddRange(acts);
        await db.SaveChangesAsync();
    });
}
