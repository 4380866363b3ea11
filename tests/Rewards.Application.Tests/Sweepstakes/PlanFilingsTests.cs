using Rewards.Application.Sweepstakes.Filings;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Domain.Mail;
using Rewards.Domain.Sweepstakes.Filings;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>The calendar of what states ask. It is 10 March 2026, and March is open.</summary>
public class PlanFilingsTests
{
    private static readonly PortalSetup _setup = new()
    {
        Promotions = [],
        Settings =
        {
            ["Sweepstakes:VoidIn"] = "Rhode Island",
            ["Sweepstakes:Prizes:0:Text"] = "A year's groceries",
            ["Sweepstakes:Prizes:0:ValueCents"] = "600000",
        },
    };

    [Theory, EveryDatabase]
    public async Task This_month_and_the_next_have_what_is_asked_once_whoever_plans(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);

        await Crowd.AtOnce(6, _ => PlansAsync(portal));

        var tasks = await portal.AllAsync<FilingTask>();
        Assert.Equal(
            [
                "2026-01-30 ny-bond", "2026-01-30 ny-file", "2026-02-22 fl-bond", "2026-02-22 fl-file", "2026-03-01 ny-post", "2026-05-30 fl-winners",
                "2026-06-29 ny-winners",
            ],
            Of("2026-03-monthly"));
        Assert.Equal(
            [
                "2026-03-02 ny-bond", "2026-03-02 ny-file", "2026-03-25 fl-bond", "2026-03-25 fl-file", "2026-04-01 ny-post", "2026-06-29 fl-winners",
                "2026-07-29 ny-winners",
            ],
            Of("2026-04-monthly"));
        Assert.Equal(14, tasks.Count);

        IEnumerable<string> Of(string drawId) => tasks.Where(t => t.DrawId == drawId).Select(t => $"{t.DueOn:yyyy-MM-dd} {t.Rule}").Order(StringComparer.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Of_small_prizes_nothing_is_asked(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Promotions = [] });

        await PlansAsync(portal);

        Assert.Empty(await portal.AllAsync<FilingTask>());
    }

    [Theory, EveryDatabase]
    public async Task What_is_asked_no_more_goes_unless_it_was_done_or_its_month_is_open(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);
        var cashier = await portal.CashierAsync();
        await portal.InDatabaseAsync(async db =>
        {
            var done = Asked("2026-04-monthly", "once-done");
            done.Do("No. 7", cashier.Id, portal.Clock.Now);
            db.FilingTasks.AddRange(Asked("2026-03-monthly", "once-open"), Asked("2026-04-monthly", "once-asked"), done);
            await db.SaveChangesAsync();
        });

        await PlansAsync(portal);

        var tasks = await portal.AllAsync<FilingTask>();
        Assert.Equal(["once-open"], tasks.Where(t => t.DrawId == "2026-03-monthly").Select(t => t.Rule));
        Assert.Equal(8, tasks.Count(t => t.DrawId == "2026-04-monthly"));
        Assert.Contains(tasks, t => t.Rule == "once-done");
        Assert.DoesNotContain(tasks, t => t.Rule == "once-asked");
    }

    [Theory, EveryDatabase]
    public async Task Marketing_is_written_to_once_before_each_is_due(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);
        await portal.HiresAsync("mara@fairview.example", StaffRole.Marketing);
        await PlansAsync(portal);
        Assert.Equal(7, await MailsAsync());

        // Until the 24th nothing else is due within 14 days; from the 11th Florida's of April are.
        portal.Clock.Advance(TimeSpan.FromDays(1));
        var reminded = await Crowd.AtOnce(4, _ => PlansAsync(portal));

        Assert.Equal(2, reminded.Sum());
        Assert.Equal(9, await MailsAsync());
        Assert.Equal(0, await PlansAsync(portal));

        async Task<int> MailsAsync() => (await portal.AllAsync<OutboxMail>()).Count(m => m.Kind == MailKind.Filing && m.Recipient == "mara@fairview.example");
    }

    [Theory, EveryDatabase]
    public async Task Of_two_who_note_a_task_as_done_one_has_done_it(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);
        await PlansAsync(portal);
        var (first, second) = (await portal.CashierAsync(), await portal.CashierAsync());
        var id = (await portal.AllAsync<FilingTask>()).Single(t => t is { DrawId: "2026-04-monthly", Rule: "fl-file" }).Id;

        var marked = await Crowd.AtOnce(2, i => MarksAsync(portal, id, true, $"No. {i}", i == 0 ? first.Id : second.Id));

        Assert.Equal(["filing-changed", null], marked.Select(m => m?.Code).OrderBy(c => c is null));
        Assert.NotNull((await portal.AllAsync<FilingTask>()).Single(t => t.Id == id).Note);
        Assert.Equal("filing-unknown", (await MarksAsync(portal, Guid.NewGuid(), true, null, first.Id))?.Code);
        Assert.Equal("filing-note-invalid", (await MarksAsync(portal, id, true, new string('x', 301), first.Id))?.Code);
        Assert.Null(await MarksAsync(portal, id, false, null, second.Id));
        Assert.Equal("filing-changed", (await MarksAsync(portal, id, false, null, second.Id))?.Code);
        Assert.Null((await portal.AllAsync<FilingTask>()).Single(t => t.Id == id).DoneAt);
    }

    private static FilingTask Asked(string drawId, string rule) =>
        new(Guid.CreateVersion7(), drawId, rule, new FilingRule { Place = "Texas", Text = "Ask", Source = "Nowhere" }, new DateOnly(2026, 12, 1));

    private static Task<int> PlansAsync(PortalForTests portal) => portal.CallAsync<PlanFilings, int>(u => u.RunAsync(default));

    private static Task<Error?> MarksAsync(PortalForTests portal, Guid id, bool done, string? note, Guid by) =>
        portal.CallAsync<MarkFiling, Error?>(u => u.RunAsync(id, done, note, by, default));
}
