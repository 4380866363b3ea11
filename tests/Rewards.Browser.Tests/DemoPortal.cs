using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Rewards.Application;
using Rewards.Application.Fraud;
using Rewards.Application.Shoppers;
using Rewards.Browser.Tests;
using Rewards.Data;
using Rewards.Data.Staff;
using Rewards.Domain.Fraud;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Vouchers;
using Rewards.Domain.Webhooks;
using Rewards.Setup.Demo;
using Rewards.Web.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(DemoPortal))]

namespace Rewards.Browser.Tests;

/// <summary>
/// The portal as a newcomer sees it after the first start, with its demo data, and one Chromium to look at it. The tests of a
/// project share both: none counts what others do.
/// </summary>
public sealed class DemoPortal : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly string _folder = Directory.CreateTempSubdirectory("rewards-browser-").FullName;
    private readonly Dictionary<string, string> _signedIn = [];
    private readonly SemaphoreSlim _signingIn = new(1, 1);
    private WebApplication? _portal;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Queue<string> _codes = [];

    /// <summary>Whether there is a browser to test with.</summary>
    public static bool HasBrowser => File.Exists(Chromium);

    /// <summary>Where the portal is.</summary>
    public string Address { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _portal = PortalHost.Build(["--environment", "Development", "--urls", "http://127.0.0.1:0"], builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("Storage:Folder", _folder)]);
            builder.Logging.SetMinimumLevel(LogLevel.Error);
        });
        await PortalStart.PrepareAsync(_portal);
        await _portal.StartAsync();
        Address = _portal.Urls.Single();
        await using var scope = _portal.Services.CreateAsyncScope();
        _codes = new Queue<string>(await DemoData.FreshCodesAsync(scope.ServiceProvider, 20, default));
        FreshCodeForLooking = _codes.Dequeue();
        if (HasBrowser)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Chromium,
                Args =
                [
                    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync",
                ],
            });
        }
    }

    /// <summary>The code of a receipt that no test answers for.</summary>
    public string FreshCodeForLooking { get; private set; } = "";

    /// <summary>The code of a receipt that nobody has answered for; each is given once.</summary>
    public string FreshCode()
    {
        lock (_codes)
        {
            return _codes.Dequeue();
        }
    }

    /// <summary>Looks into the database.</summary>
    public async Task<T> FindAsync<T>(Func<RewardsDb, Task<T>> look)
    {
        ArgumentNullException.ThrowIfNull(look);
        await using var scope = _portal!.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<RewardsDb>());
    }

    /// <summary>A service of the portal.</summary>
    public T Service<T>()
        where T : notnull => _portal!.Services.GetRequiredService<T>();

    /// <summary>The plain code of a voucher.</summary>
    public string CodeOf(Voucher voucher)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        return Service<Vault>().Unseal(voucher.SealedCode, voucher.Id.ToByteArray(bigEndian: true));
    }

    /// <summary>The page of a prize that its winner has not answered.</summary>
    public Task<string> PrizeLinkAsync() => FindAsync(async db =>
    {
        var now = Service<TimeProvider>().GetUtcNow().UtcDateTime;
        var claim = await db.PrizeClaims.Where(c => c.Status == PrizeClaimStatus.Offered && c.AnsweredAt == null && c.AnswerBy > now).OrderBy(c => c.Id).Select(c => c.Id).FirstAsync();
        return $"/prize/{claim}/{Service<Vault>().SignPrize(claim)}";
    });

    /// <summary>A fresh way into My rewards, for a shopper who has won.</summary>
    public Task<string> SignInLinkAsync() => FindAsync(async db =>
    {
        var winner = await (
            from place in db.DrawingPlaces
            where place.Prize != null
            join shopper in db.Shoppers on place.ShopperId equals shopper.Id
            where shopper.Email != null
            orderby place.Place
            select shopper.Id).FirstAsync();
        var link = new SignInLink(Guid.CreateVersion7(), winner, Service<TimeProvider>().GetUtcNow().UtcDateTime + SendSignInLink.GoodFor);
        db.SignInLinks.Add(link);
        await db.SaveChangesAsync();
        return $"/my/link/{link.Id}/{Service<Vault>().SignLink(link.Id)}";
    });

    /// <summary>An adjustment that waits, of the shopper with the longest ledger.</summary>
    public Task<FuelPointAdjustment> AdjustmentAsync() => FindAsync(async db =>
    {
        if (await db.FuelPointAdjustments.OrderBy(a => a.ProposedAt).FirstOrDefaultAsync() is { } there)
        {
            return there;
        }

        var shopper = await db.FuelPointPostings.GroupBy(p => p.ShopperId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync();
        var administrator = (await DemoData.AccountsAsync(db, default)).Single(a => a.Role == StaffRole.Administrator);
        var by = await db.Users.Where(u => u.Email == administrator.Email).Select(u => u.Id).SingleAsync();
        var adjustment = new FuelPointAdjustment(
            Guid.CreateVersion7(), shopper, 40, "The pump gave no discount on Tuesday", by, Service<TimeProvider>().GetUtcNow().UtcDateTime);
        db.FuelPointAdjustments.Add(adjustment);
        await db.SaveChangesAsync();
        return adjustment;
    });

    /// <summary>An alert that nobody has looked at.</summary>
    public Task<Guid> AlertAsync() => FindAsync(async db =>
    {
        if (await db.Alerts.Where(a => a.AcknowledgedAt == null).Select(a => (Guid?)a.Id).FirstOrDefaultAsync() is { } there)
        {
            return there;
        }

        var now = Service<TimeProvider>().GetUtcNow().UtcDateTime;
        var evidence = new[] { new AlertEvidence(now, 500, 1), new AlertEvidence(now, 250, 0) };
        var alert = new Alert(
            Guid.CreateVersion7(), AlertKind.QuickReversals, "looked-at-by-tests", "Ana", 367, 2,
            JsonSerializer.Serialize(evidence, DataJson.Options), DateOnly.FromDateTime(now), now);
        db.Alerts.Add(alert);
        await db.SaveChangesAsync();
        return alert.Id;
    });

    /// <summary>A webhook with a delivery that waits and is never sent: it is paused.</summary>
    public Task<Guid> WebhookAsync() => FindAsync(async db =>
    {
        if (await db.Webhooks.Select(w => (Guid?)w.Id).FirstOrDefaultAsync() is { } there)
        {
            return there;
        }

        var administrator = (await DemoData.AccountsAsync(db, default)).Single(a => a.Role == StaffRole.Administrator);
        var by = await db.Users.Where(u => u.Email == administrator.Email).Select(u => u.Id).SingleAsync();
        var now = Service<TimeProvider>().GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync();
        var webhook = new Webhook(Guid.CreateVersion7(), "https://hooks.example.com/rewards", [1], WebhookEvent.All, by, now);
        db.Webhooks.Add(webhook);
        db.WebhookDeliveries.Add(new WebhookDelivery(Guid.CreateVersion7(), webhook.Id, WebhookEvent.Ping, """{"event":"ping"}""", now));
        await db.SaveChangesAsync();
        await db.Webhooks.ExecuteUpdateAsync(set => set.SetProperty(w => w.State, WebhookState.Paused));
        await transaction.CommitAsync();
        return webhook.Id;
    });

    /// <summary>Opens a page in a window of its own.</summary>
    /// <param name="screen">Which kind of screen.</param>
    /// <param name="role">Who is signed in: a role of staff, <see cref="SignIn.Shopper"/>; null for nobody.</param>
    /// <param name="script">Whether script runs.</param>
    public async Task<IPage> OpenAsync(Screen screen, string? role = null, bool script = true) =>
        await OpenAsync(screen, Address, script, role is null ? null : await SignedInAsync(role));

    /// <summary>Opens a page of another portal in a window of its own.</summary>
    /// <param name="screen">Which kind of screen.</param>
    /// <param name="address">Where that portal is.</param>
    /// <param name="script">Whether script runs.</param>
    /// <param name="state">Cookies to begin with.</param>
    public async Task<IPage> OpenAsync(Screen screen, string address, bool script, string? state)
    {
        ArgumentNullException.ThrowIfNull(screen);
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.Scheme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = script,
            Locale = "en-US",
            StorageState = state,
        });
        return await context.NewPageAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _signingIn.Dispose();
        await _portal!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> SignedInAsync(string role)
    {
        await _signingIn.WaitAsync();
        try
        {
            if (!_signedIn.TryGetValue(role, out var state))
            {
                var page = await OpenAsync(Screen.Desktop);
                await (role == SignIn.Shopper ? SignShopperInAsync(page) : SignStaffInAsync(page, role));
                state = await page.Context.StorageStateAsync();
                await page.Context.CloseAsync();
                _signedIn[role] = state;
            }

            return state;
        }
        finally
        {
            _signingIn.Release();
        }
    }

    private async Task SignStaffInAsync(IPage page, string role)
    {
        var account = (await FindAsync(db => DemoData.AccountsAsync(db, default))).Single(a => a.Role == role);
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("[name=email]", account.Email);
        await page.FillAsync("[name=password]", account.Password);
        await page.ClickAsync("form.card button.btn");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }

    private async Task SignShopperInAsync(IPage page)
    {
        await page.GotoAsync(await SignInLinkAsync());
        await page.ClickAsync("main button.btn");
        await page.WaitForURLAsync("**/my");
    }
}

/// <summary>What a page is looked at on.</summary>
/// <param name="Name">For the test's name.</param>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Height">In CSS pixels.</param>
/// <param name="Scheme">Light or dark.</param>
public sealed record Screen(string Name, int Width, int Height, ColorScheme Scheme)
{
    /// <summary>An old phone in the sun.</summary>
    public static Screen Phone { get; } = new("phone", 360, 740, ColorScheme.Light);

    /// <summary>A desktop in the evening.</summary>
    public static Screen Desktop { get; } = new("desktop", 1280, 900, ColorScheme.Dark);

    /// <summary>Both.</summary>
    public static IReadOnlyList<Screen> All { get; } = [Phone, Desktop];
}
