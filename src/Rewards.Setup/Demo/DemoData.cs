using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Receipts;
using Rewards.Domain.Stores;

namespace Rewards.Setup.Demo;

/// <summary>
/// Fills a database with no receipts, so that no page is empty: stores, receipts moved to these days, staff, and made-up
/// responses marked as such with the awards they earn. The same every time, but for codes and ids.
/// </summary>
public static class DemoData
{
    /// <summary>Fills it. The schema is up to date.</summary>
    /// <param name="services">Of one scope.</param>
    /// <param name="progress">Told now and then.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What is there now; null where there are receipts already, and nothing was done.</returns>
    public static async Task<DemoSummary?> FillAsync(
        IServiceProvider services, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(services);
        var db = services.GetRequiredService<RewardsDb>();
        if (await db.Receipts.AnyAsync(cancellationToken))
        {
            return null;
        }

        var settings = services.GetRequiredService<PortalSettings>();
        var zone = settings.Portal.TimeZone;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var receipts = await DemoReceipts.ReadAsync(Zone.ToLocal(now, zone), cancellationToken);
        var (first, last) = (receipts.Min(r => r.BusinessDay), receipts.Max(r => r.BusinessDay));
        await Baseline.PublishAsync(services, first, cancellationToken);
        await AddStoresAsync(db, zone, cancellationToken);
        var accounts = await DemoStaff.AddAsync(services, cancellationToken);
        var sweepstakes = new DemoSweepstakes(services);
        var known = await KnownAsync(services, await sweepstakes.OpenAsync(first, last, cancellationToken), first, cancellationToken);

        // The receipts and all that hangs on them are there together or not at all.
        int responses;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            db.Receipts.AddRange(receipts);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            responses = await new DemoResponses(services, known)
                .WriteAsync(Visits(receipts, known, now, zone), progress, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        db.ChangeTracker.AutoDetectChangesEnabled = true;
        var redemptions = await new DemoRedemptions(services).RunAsync(now, cancellationToken);
        await sweepstakes.DrawAsync(now, cancellationToken);
        services.GetRequiredService<ReferenceData>().Forget();
        return new DemoSummary(known.Stores.Count, receipts.Count, responses, redemptions, accounts);
    }

    /// <summary>The demo's accounts that are in this database.</summary>
    public static Task<IReadOnlyList<DemoAccount>> AccountsAsync(RewardsDb db, CancellationToken cancellationToken) =>
        DemoStaff.FindAsync(db, cancellationToken);

    /// <summary>Codes of the newest receipts that nobody has answered for, of different stores: for whoever starts the demo.</summary>
    public static async Task<IReadOnlyList<string>> FreshCodesAsync(
        IServiceProvider services, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(services);
        var db = services.GetRequiredService<RewardsDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var today = Zone.DayOf(now, services.GetRequiredService<ChainSettings>().TimeZone);
        var lastDay = today.AddDays(-services.GetRequiredService<PortalSettings>().Receipts.ValidDays);
        var ids = await db.Receipts.AsNoTracking()
            .Where(r => r.BusinessDay <= today && r.BusinessDay > lastDay && r.Departments != "")
            .Where(r => !db.Responses.Any(a => a.ReceiptId == r.Id) && db.Stores.Any(s => s.Number == r.StoreNumber && s.TakesPart))
            .OrderByDescending(r => r.BusinessDay).ThenByDescending(r => r.StoreNumber)
            .Select(r => r.Id)
            .Take(40 * count)
            .ToListAsync(cancellationToken);
        var codes = services.GetRequiredService<ReceiptCodes>();
        return [.. ids.Select(ReceiptKey.FromId).DistinctBy(k => k.StoreNumber).Take(count).Select(codes.Print)];
    }

    private static async Task AddStoresAsync(RewardsDb db, string zone, CancellationToken cancellationToken)
    {
        var there = await db.Stores.Select(s => s.Number).ToListAsync(cancellationToken);
        db.Stores.AddRange(SeedFiles.Stores().Where(s => !there.Contains(s.Number)).Select(s => new Store(s.Number, s.Name, s.Town, zone)));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    // As the portal sees it, but with all months, and promotions that have run all along.
    private static async Task<ReferenceSnapshot> KnownAsync(
        IServiceProvider services, IReadOnlyList<SweepstakesPeriod> sweepstakes, DateOnly first, CancellationToken cancellationToken)
    {
        var reference = services.GetRequiredService<ReferenceData>();
        reference.Forget();
        var known = await reference.GetAsync(cancellationToken);
        return known with { Sweepstakes = sweepstakes, Offers = [.. known.Offers.Select(o => o with { StartsOn = first })] };
    }

    private static List<DemoVisit> Visits(IReadOnlyList<Receipt> receipts, ReferenceSnapshot known, DateTime now, string zone)
    {
        var opinions = new DemoOpinions(known.Surveys[known.CurrentSurveyId], now, zone);
        var shoppers = new DemoShoppers();
        return [.. receipts.Select((r, i) => opinions.Of(r, i.ToString(System.Globalization.CultureInfo.InvariantCulture), shoppers.Of(r.Household!)))
            .OfType<DemoVisit>()];
    }
}

/// <summary>How far the demo is.</summary>
/// <param name="What">In English.</param>
/// <param name="Done">Of <paramref name="Total"/>.</param>
/// <param name="Total">How many there are.</param>
public sealed record DemoProgress(string What, int Done, int Total);

/// <summary>What the demo filled in.</summary>
/// <param name="Stores">Number of stores.</param>
/// <param name="Receipts">Number of receipts.</param>
/// <param name="Responses">Number of responses that were sent.</param>
/// <param name="Redemptions">Number of redemptions.</param>
/// <param name="Accounts">Who can sign in.</param>
public sealed record DemoSummary(int Stores, int Receipts, int Responses, int Redemptions, IReadOnlyList<DemoAccount> Accounts);

/// <summary>An account of the demo.</summary>
/// <param name="Email">What to sign in with.</param>
/// <param name="Password">The same for all.</param>
/// <param name="Role">What they may do.</param>
/// <param name="StoreNumber">Where; null in the office.</param>
public sealed record DemoAccount(string Email, string Password, string Role, int? StoreNumber);
