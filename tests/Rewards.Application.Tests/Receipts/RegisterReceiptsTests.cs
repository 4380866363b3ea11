using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Data;
using Rewards.Domain.Receipts;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Receipts;

public class RegisterReceiptsTests
{
    private static readonly DateOnly _day = new(2026, 3, 9);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task What_the_till_knows_is_stored_and_read_as_it_was(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var full = new Receipt(Key(1), new DateTime(2026, 3, 9, 23, 59, 58), 123_456_789_012, 7, "Panadería|Health & household", "O'Neil");
        var sparse = new Receipt(Key(2), new DateTime(2026, 3, 9, 0, 0, 0), 0, 0, "", null);

        Assert.Equal(2, await RegisterAsync(portal, full, sparse));

        var stored = (await portal.AllAsync<Receipt>()).OrderBy(r => r.Id).ToList();
        Assert.Equivalent(new[] { full, sparse }, stored, strict: true);
    }

    [Theory, EveryDatabase]
    public async Task A_receipt_of_which_only_the_code_was_known_is_completed_once(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.InDatabaseAsync(async db =>
        {
            db.Receipts.AddRange(Receipt.FromCode(Key(1)), Receipt.FromCode(Key(2)));
            await db.SaveChangesAsync(Stop);
        });

        Assert.Equal(2, await RegisterAsync(portal, Of(1, "Deli"), Of(3, "Deli")));
        Assert.Equal(1, await RegisterAsync(portal, Of(1, "Bakery"), Of(2, "Bakery"), Of(3, "Bakery")));

        Assert.Equal(["Deli", "Bakery", "Deli"], (await portal.AllAsync<Receipt>()).OrderBy(r => r.Id).Select(r => r.Departments));
    }

    [Theory, EveryDatabase]
    public async Task Imports_at_the_same_time_register_each_receipt_once(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var receipts = Enumerable.Range(0, 1500).Select(i => Of(i, "Deli")).ToArray();

        var registered = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => RegisterAsync(portal, receipts[(i * 100)..]), Stop)));

        Assert.Equal(receipts.Length, registered.Sum());
        Assert.Equal(receipts.Length, (await portal.AllAsync<Receipt>()).Count);
    }

    [Theory, EveryDatabase]
    public async Task Where_one_cannot_be_stored_none_is(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        Assert.True(ReceiptKey.TryCreate(StoreNumbers.Unknown, _day, 1, 1, out var elsewhere));

        await Assert.ThrowsAnyAsync<DbException>(() => RegisterAsync(portal, Of(1, "Deli"), new Receipt(elsewhere, null, null, null, "", null)));
        Assert.Empty(await portal.AllAsync<Receipt>());
    }

    private static Task<int> RegisterAsync(PortalForTests portal, params Receipt[] receipts) =>
        portal.CallAsync((IServiceProvider services) => services.GetRequiredService<DatabaseProvider>()
            .RegisterReceiptsAsync(services.GetRequiredService<RewardsDb>(), receipts, Stop));

    private static Receipt Of(int transaction, string departments) =>
        new(Key(transaction), _day.ToDateTime(new TimeOnly(9, 30)), 1_999, 4, departments, null);

    private static ReceiptKey Key(int transaction)
    {
        Assert.True(ReceiptKey.TryCreate(StoreNumbers.Princeton, _day, 1, transaction, out var key));
        return key;
    }
}
