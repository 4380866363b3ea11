using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.Localization;
using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Domain.Stores;

namespace Rewards.Web.Pages.Office.Vouchers;

/// <summary>What tills took on a business day: by store, and of one store by register and cashier; the same as a file.</summary>
[ResponseCache(NoStore = true)]
public sealed class ReconciliationModel(Reconcile reconcile, ReferenceData reference, PortalSettings settings, Texts texts, TimeProvider clock) : PageModel
{
    /// <summary>In the programme's time zone.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The business day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The store; null for all.</summary>
    public Store? Store { get; private set; }

    /// <summary>By number.</summary>
    public IReadOnlyDictionary<int, Store> Stores { get; private set; } = new Dictionary<int, Store>();

    /// <summary>By store, register, then cashier.</summary>
    public IReadOnlyList<ReconciledCashier> Lines { get; private set; } = [];

    /// <summary>What stands on good vouchers, now.</summary>
    public DaySum Outstanding { get; private set; } = DaySum.Nothing;

    /// <summary>All of it.</summary>
    public DaySum Redeemed => DaySum.Of(Lines.Select(l => l.Redeemed));

    /// <summary>What of it was undone.</summary>
    public DaySum Reversed => DaySum.Of(Lines.Select(l => l.Reversed));

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Outstanding = await reconcile.OutstandingAsync(cancellationToken);
    }

    /// <summary>The same as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var name = Store is null ? "reconciliation" : $"reconciliation-{Store.Number.ToString(CultureInfo.InvariantCulture)}";
        return File(ReconciliationCsv.Write(Day, Lines, Stores, settings.Portal.Currency), "text/csv", $"{name}-{OfficeFilter.DayOf(Day)}.csv");
    }

    /// <summary>The address of a day.</summary>
    public static string Address(DateOnly day, int? store) =>
        $"/office/reconciliation?day={OfficeFilter.DayOf(day)}{(store is { } number ? $"&store={number.ToString(CultureInfo.InvariantCulture)}" : "")}";

    /// <summary>A store's name.</summary>
    public string NameOf(int number) => Stores.TryGetValue(number, out var store) ? store.Name : "";

    /// <summary>A number of redemptions in words.</summary>
    public string Counted(int count) => count == 1 ? texts["store.count-one"] : texts["store.count", count];

    /// <summary>False where a day or store was asked for that cannot be: then it is today, or all stores.</summary>
    public bool IsUnderstood { get; private set; } = true;

    // What cannot be read is today, and all stores; the page says so.
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Stores = (await reference.GetAsync(cancellationToken)).Stores;
        Today = Zone.DayOf(clock.GetUtcNow().UtcDateTime, settings.Portal.TimeZone);
        var (day, store) = (Request.Query["day"].ToString(), Request.Query["store"].ToString());
        var isDay = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked)
            && asked <= Today && asked.Year >= 2000;
        Day = isDay ? asked : Today;
        Store = OfficeFilter.NumberOf(store) is { } number ? Stores.GetValueOrDefault(number) : null;
        IsUnderstood = (isDay || day.Length == 0) && (Store is not null || store.Length == 0);
        Lines = await reconcile.LinesAsync(Store is null ? [.. Stores.Keys] : [Store.Number], Day, cancellationToken);
    }
}
