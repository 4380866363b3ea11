using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.Localization;
using Rewards.Application.Vouchers;
using Rewards.Domain.Stores;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.StoreDesk;

/// <summary>A business day's redemptions of the store: to reconcile the till with, and for a supervisor to undo one.</summary>
[ResponseCache(NoStore = true)]
public sealed class TodayModel(
    ListRedemptions list, ShowRedemption show, ReferenceData reference, IAuthorizationService authorization, Texts texts, TimeProvider clock) : PageModel
{
    /// <summary>The store of who is signed in.</summary>
    public Store? Store { get; private set; }

    /// <summary>The store's business day now.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>What is shown.</summary>
    public RedemptionsOfDay? List { get; private set; }

    /// <summary>What was just undone.</summary>
    public RedemptionLine? Undone { get; private set; }

    /// <summary>Whether a supervisor is signed in.</summary>
    public bool MayUndo { get; private set; }

    /// <summary>Shows a page of a day.</summary>
    /// <param name="day">Null, not yet come or not to be read: today.</param>
    /// <param name="number">The page, from 1.</param>
    /// <param name="undone">What was just undone.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task OnGetAsync(
        string? day, [FromQuery(Name = "p")] int number, Guid? undone, CancellationToken cancellationToken)
    {
        var staff = StoreClaim.StaffOf(HttpContext);
        Store = await reference.StoreAsync(staff.StoreNumber, cancellationToken);
        Today = Store.BusinessDayAt(clock.GetUtcNow().UtcDateTime);
        var wanted = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked < Today && asked > DateOnly.MinValue ? asked : Today;
        List = await list.RunAsync(staff.StoreNumber, wanted, number, cancellationToken);
        Undone = undone is { } id ? await show.RunAsync(id, staff.StoreNumber, cancellationToken) : null;
        MayUndo = (await authorization.AuthorizeAsync(User, Hosting.SignIn.Supervisor)).Succeeded;
    }

    /// <summary>A number of vouchers in words.</summary>
    public string Counted(int count) => count == 1 ? texts["store.count-one"] : texts["store.count", count];

    /// <summary>The address of a page of the day that is shown.</summary>
    public string PageAddress(int page) => $"{DayAddress(List!.Day)}&p={page}";

    /// <summary>The address of a day.</summary>
    public static string DayAddress(DateOnly day) => $"/store/today?day={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>Whether whoever looks has redeemed it, and so cannot undo it.</summary>
    public bool IsOwn(RedemptionLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Staff.StaffId == StoreClaim.PersonOf(User);
    }
}
