using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Data.Staff;
using Rewards.Domain.Receipts;
using Rewards.Testing.Databases;

namespace Rewards.Testing;

/// <summary>
/// The portal below its pages: the real use cases on a database of the test's own, with a clock that the test moves. Each call
/// runs in a scope of its own, as a request would.
/// </summary>
public sealed class PortalForTests : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly IServiceProvider _services;
    private int _transactions;

    private PortalForTests(TestDatabase database, IServiceProvider services, TestClock clock)
    {
        _database = database;
        _services = services;
        Clock = clock;
        Shopper = new ShopperForTests(this, "203.0.113.1");
    }

    /// <summary>The portal's clock.</summary>
    public TestClock Clock { get; }

    /// <summary>A shopper at an address like any other.</summary>
    public ShopperForTests Shopper { get; }

    /// <summary>Where it keeps files.</summary>
    public string Folder => _database.Folder;

    /// <summary>The portal's settings.</summary>
    public PortalSettings Settings => _services.GetRequiredService<PortalSettings>();

    /// <summary>Starts a portal on an empty database of a kind.</summary>
    public static async Task<PortalForTests> StartAsync(DatabaseKind kind, PortalSetup? setup = null)
    {
        setup ??= new PortalSetup();
        var database = await TestDatabase.CreateAsync(kind);
        var clock = new TestClock(setup.Start);
        var services = setup.Services(kind, database.ConnectionString, database.Folder)
            .AddSingleton<TimeProvider>(clock)
            .BuildServiceProvider(validateScopes: true);
        return await SeedAsync(new PortalForTests(database, services, clock), setup);
    }

    /// <summary>Starts a portal on an empty database of a kind, out of what a host registers.</summary>
    /// <param name="kind">The database.</param>
    /// <param name="setup">How it differs from the usual one.</param>
    /// <param name="host">Makes the host's services of settings and a clock; they are disposed with the portal.</param>
    public static async Task<PortalForTests> StartAsync(
        DatabaseKind kind, PortalSetup setup, Func<IReadOnlyDictionary<string, string?>, TestClock, IServiceProvider> host)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(host);
        var database = await TestDatabase.CreateAsync(kind);
        var clock = new TestClock(setup.Start);
        var services = host(setup.AllSettings(kind, database.ConnectionString, database.Folder), clock);
        return await SeedAsync(new PortalForTests(database, services, clock), setup);
    }

    /// <summary>A shopper at another address.</summary>
    public ShopperForTests ShopperAt(string client) => new(this, client);

    /// <summary>The code of a new receipt that no till has registered.</summary>
    /// <param name="store">Its store.</param>
    /// <param name="daysAgo">Of the store's business days.</param>
    public string Code(int store = StoreNumbers.Princeton, int daysAgo = 0) => Print(NewKey(store, daysAgo));

    /// <summary>The code of a new receipt that its till has registered.</summary>
    /// <param name="departments">Joined by <c>|</c>.</param>
    /// <param name="store">Its store.</param>
    /// <param name="daysAgo">Of the store's business days.</param>
    public async Task<string> RegisteredCodeAsync(
        string departments = "Bakery|Produce", int store = StoreNumbers.Princeton, int daysAgo = 0)
    {
        var key = NewKey(store, daysAgo);
        var receipt = new Receipt(key, key.BusinessDay.ToDateTime(new TimeOnly(9, 30)), 4_217, 12, departments, null);
        await InDatabaseAsync(db => _services.GetRequiredService<DatabaseProvider>().RegisterReceiptsAsync(db, [receipt], default));
        return Print(key);
    }

    /// <summary>A code whose check symbol is right and whose MAC is not.</summary>
    public static string ForgedCode() =>
        new ReceiptCodes([RandomNumberGenerator.GetBytes(32)]).Print(Key(StoreNumbers.Princeton, new DateOnly(2026, 3, 10), 1, 1));

    /// <summary>The receipt that a code stands for.</summary>
    public ReceiptKey ReceiptOf(string code) =>
        ((ReceiptCodeReading.Valid)Codes.Read(code, DateOnly.FromDateTime(Clock.Now))).Key;

    /// <summary>Hires someone who is written to.</summary>
    public Task HiresAsync(string email, string role) => InDatabaseAsync(async db =>
    {
        var known = await db.Roles.SingleOrDefaultAsync(r => r.Name == role) ?? db.Roles.Add(new IdentityRole<Guid>(role) { Id = Guid.NewGuid() }).Entity;
        var user = db.Users.Add(new StaffUser { Id = Guid.NewGuid(), UserName = email, Email = email }).Entity;
        db.UserRoles.Add(new IdentityUserRole<Guid> { RoleId = known.Id, UserId = user.Id });
        await db.SaveChangesAsync();
    });

    /// <summary>Hires someone for a store's desk.</summary>
    public async Task<CashierForTests> CashierAsync(int store = StoreNumbers.Princeton)
    {
        var id = Guid.CreateVersion7();
        await InDatabaseAsync(async db =>
        {
            db.Users.Add(new StaffUser { Id = id, UserName = $"{id:n}@fairview.example", StoreNumber = store });
            await db.SaveChangesAsync();
        });
        return new CashierForTests(this, id, store);
    }

    /// <summary>Calls a use case in a scope of its own.</summary>
    public async Task<TResult> CallAsync<TUseCase, TResult>(Func<TUseCase, Task<TResult>> call)
        where TUseCase : notnull
    {
        ArgumentNullException.ThrowIfNull(call);
        await using var scope = _services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>Looks into the database.</summary>
    public Task<T> InDatabaseAsync<T>(Func<RewardsDb, Task<T>> look) => CallAsync(look);

    /// <summary>Changes something in the database.</summary>
    public Task InDatabaseAsync(Func<RewardsDb, Task> change) => CallAsync<RewardsDb, bool>(async db =>
    {
        await change(db);
        return true;
    });

    /// <summary>All rows of a kind, as they stand in this test's own database.</summary>
    public Task<List<T>> AllAsync<T>()
        where T : class => InDatabaseAsync(db => db.Set<T>().AsNoTracking().ToListAsync());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)_services).DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task<PortalForTests> SeedAsync(PortalForTests portal, PortalSetup setup)
    {
        await portal.CallAsync<IServiceProvider, bool>(async services =>
        {
            await Seed.AddAsync(services.GetRequiredService<RewardsDb>(), services.GetRequiredService<RecordAct>(), setup, portal.Settings);
            return true;
        });
        return portal;
    }

    private ReceiptCodes Codes => _services.GetRequiredService<ReceiptCodes>();

    private string Print(ReceiptKey key) => Codes.Print(key);

    private ReceiptKey NewKey(int store, int daysAgo)
    {
        var zone = store == StoreNumbers.Pasadena ? "America/Los_Angeles" : "America/New_York";
        var number = Interlocked.Increment(ref _transactions);
        return Key(store, Domain.Zone.DayOf(Clock.Now, zone).AddDays(-daysAgo), 1 + (number >> 12), number & ReceiptKey.MaxTransaction);
    }

    private static ReceiptKey Key(int store, DateOnly day, int register, int transaction) =>
        ReceiptKey.TryCreate(store, day, register, transaction, out var key) ? key : throw new ArgumentOutOfRangeException(nameof(store));
}
