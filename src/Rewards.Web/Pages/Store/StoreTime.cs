using System.Globalization;
using Rewards.Domain;
using Rewards.Domain.Stores;

namespace Rewards.Web.Pages.StoreDesk;

/// <summary>Times as the clock on the store's wall shows them.</summary>
internal static class StoreTime
{
    /// <summary>The time of day, in the store's zone.</summary>
    /// <param name="store">The store.</param>
    /// <param name="instant">UTC.</param>
    public static string TimeOf(this Store store, DateTime instant) =>
        Zone.ToLocal(instant, store.TimeZone).ToString("t", CultureInfo.CurrentCulture);

    /// <summary>The same with seconds, for what is over in a moment.</summary>
    /// <param name="store">The store.</param>
    /// <param name="instant">UTC.</param>
    public static string SecondOf(this Store store, DateTime instant) =>
        Zone.ToLocal(instant, store.TimeZone).ToString("T", CultureInfo.CurrentCulture);
}
