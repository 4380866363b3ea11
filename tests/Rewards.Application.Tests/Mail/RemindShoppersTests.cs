using Rewards.Application.Mail;
using Rewards.Domain.Mail;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Mail;

/// <summary>Points of March end with April; a voucher of 10 March with 9 May.</summary>
public class RemindShoppersTests
{
    private static PortalSetup Setup(int days = 7) => new()
    {
        Promotions = [PortalSetup.FuelPoints(100), PortalSetup.Voucher()],
        Settings = { ["Awards:ReminderDays"] = $"{days}" },
    };

    [Theory, EveryDatabase]
    public async Task A_shopper_is_written_to_once_before_points_end_and_once_before_a_voucher_does(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, Setup());
        await portal.Shopper.GivesFeedback(portal.Code(), "ana@example.com");

        Assert.Equal(0, await RemindsAsync(portal, new DateOnly(2026, 4, 22)));
        Assert.Equal(1, await RemindsAsync(portal, new DateOnly(2026, 4, 23)));
        Assert.Equal(0, await RemindsAsync(portal, new DateOnly(2026, 4, 30)));
        Assert.Equal(0, await RemindsAsync(portal, new DateOnly(2026, 5, 1)));
        Assert.Equal(1, await RemindsAsync(portal, new DateOnly(2026, 5, 2)));
        Assert.Equal(0, await RemindsAsync(portal, new DateOnly(2026, 5, 9)));

        Assert.Equal([202603, null], (await portal.AllAsync<Reminder>()).OrderBy(r => r.At).Select(r => r.LotNumber));
        Assert.All((await MailsAsync(portal)), m => Assert.Equal("ana@example.com", m.Recipient));
    }

    [Theory, EveryDatabase]
    public async Task However_many_nodes_remind_at_once_each_shopper_gets_one_mail(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, Setup(days: 30));
        for (var i = 0; i < 6; i++)
        {
            await portal.Shopper.GivesFeedback(portal.Code(), $"ana{i}@example.com");
        }

        portal.Clock.Advance(new DateTime(2026, 4, 20, 15, 0, 0, DateTimeKind.Utc) - portal.Clock.Now);
        var queued = await Crowd.AtOnce(4, _ => portal.CallAsync<RemindShoppers, int>(u => u.RunAsync(default)));

        Assert.Equal(12, queued.Sum());
        Assert.Equal(12, (await portal.AllAsync<Reminder>()).Count);
        Assert.Equal(Enumerable.Range(0, 6).Select(i => ($"ana{i}@example.com", 2)), (await MailsAsync(portal)).CountBy(m => m.Recipient).Select(c => (c.Key, c.Value)).Order());
    }

    [Fact]
    public async Task Nobody_is_reminded_of_nothing_without_an_address_or_where_it_is_off()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, Setup());
        await portal.Shopper.GivesFeedback(portal.Code(), card: "40000001");
        var voucher = await portal.VoucherAsync();
        _ = (await (await portal.CashierAsync()).Redeems(voucher.Code)).Value;
        await portal.InDatabaseAsync(async db =>
        {
            // Ana's points are spent: there is nothing to tell.
            var ana = new Domain.Shoppers.Shopper(Guid.CreateVersion7(), "ana@example.com", "40000002", "es", portal.Clock.Now);
            db.Shoppers.Add(ana);
            await db.SaveChangesAsync();
        });
        await portal.Driver("40000002").Earns(100);
        _ = (await portal.Driver("40000002").Redeems()).Value;

        Assert.Equal(0, await RemindsAsync(portal, new DateOnly(2026, 4, 30)));
        Assert.Equal(0, await RemindsAsync(portal, new DateOnly(2026, 5, 9)));

        await using var off = await PortalForTests.StartAsync(DatabaseKind.Sqlite, Setup(days: 0));
        await off.Shopper.GivesFeedback(off.Code(), "ana@example.com");
        Assert.Equal(0, await RemindsAsync(off, new DateOnly(2026, 4, 30)));
    }

    private static Task<int> RemindsAsync(PortalForTests portal, DateOnly day)
    {
        portal.Clock.Advance(day.ToDateTime(new TimeOnly(15, 0), DateTimeKind.Utc) - portal.Clock.Now);
        return portal.CallAsync<RemindShoppers, int>(u => u.RunAsync(default));
    }

    private static async Task<IReadOnlyList<OutboxMail>> MailsAsync(PortalForTests portal) =>
        [.. (await portal.AllAsync<OutboxMail>()).Where(m => m.Kind == MailKind.Reminder)];
}
