using Rewards.Application.Sweepstakes.Filings;
using Rewards.Data.Staff;
using Rewards.Domain.Sweepstakes.Filings;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Office;

public class CalendarPageTests
{
    [Theory, EveryDatabase]
    public async Task What_a_state_asks_is_noted_as_done_and_opened_again(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database);
        var office = portal.Browser();
        await office.SignsIn(await portal.HiresAsync(StaffRole.Marketing));
        Assert.True((await office.Opens("/office/sweepstakes/calendar")).Has(".empty"));
        await portal.Below.InDatabaseAsync(async db =>
        {
            var rule = new FilingRule { Place = "Florida", Text = "File the rules.", TextEs = "Presentar las reglas.", Source = "849.094", AsOf = new DateOnly(2026, 11, 1) };

            // Of the month that is open: what is planned beside this leaves it alone.
            db.FilingTasks.Add(new FilingTask(Guid.CreateVersion7(), "2026-03-monthly", "fl-file", rule, new DateOnly(2026, 3, 1)));
            await db.SaveChangesAsync();
        });

        var page = await office.Opens("/office/sweepstakes/calendar");
        Assert.Contains("Late", page.TextOf("tbody th"), StringComparison.Ordinal);
        Assert.Contains("File the rules.", page.TextOf("tbody"), StringComparison.Ordinal);
        page = await page.Submits("button[name=done]", ("note", "No. 4711"));
        Assert.True(page.Has(".panel.ok"));
        Assert.True(page.Has(".empty"));

        page = await office.Opens("/office/sweepstakes/calendar?show=done");
        Assert.Contains("No. 4711", page.TextOf("tbody"), StringComparison.Ordinal);
        page = await page.Submits("button[name=done]");
        Assert.True(page.Has(".panel.ok"));
        Assert.Contains("File the rules.", (await office.Opens("/office/sweepstakes/calendar")).Text, StringComparison.Ordinal);
        Assert.Contains("Calendar task opened again", await ActsAsync(), StringComparison.Ordinal);

        async Task<string> ActsAsync()
        {
            var administrator = portal.Browser();
            await administrator.SignsIn(await portal.HiresAsync(StaffRole.Administrator));
            return (await administrator.Opens("/office/audit")).Text;
        }
    }
}
