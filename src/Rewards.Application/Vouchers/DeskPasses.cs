using System.Globalization;
using Rewards.Domain;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>
/// What the desk's page without network carries: who opened it, at which store and when. What is redeemed there is theirs, whoever
/// sends it later, and no page can make one up.
/// </summary>
public sealed class DeskPasses(Vault vault, PortalSettings settings, TimeProvider clock)
{
    /// <summary>Clocks of desks may be wrong by so much.</summary>
    public static readonly TimeSpan ClockError = TimeSpan.FromMinutes(5);

    /// <summary>A pass for whoever opens the page now.</summary>
    public string Issue(StaffAtStore staff)
    {
        ArgumentNullException.ThrowIfNull(staff);
        var says = string.Create(CultureInfo.InvariantCulture, $"{staff.Id:N}.{staff.StoreNumber}.{clock.GetUtcNow().ToUnixTimeSeconds()}");
        return $"{says}.{vault.SignDeskPass(says)}";
    }

    /// <summary>Reads a pass. Refuses with <c>desk-pass-refused</c>.</summary>
    /// <param name="pass">As <see cref="Issue"/> made it; may be null.</param>
    /// <param name="client">What guessed codes are counted by.</param>
    public Outcome<DeskPass> Read(string? pass, string client)
    {
        var at = pass?.LastIndexOf('.') ?? -1;
        if (at < 0 || !vault.IsDeskPass(pass![..at], pass[(at + 1)..]) || pass[..at].Split('.') is not [var id, var store, var seconds])
        {
            return new DeskPassRefused();
        }

        var issued = DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)).UtcDateTime;
        return new DeskPass(
            new StaffAtStore(Guid.ParseExact(id, "N"), int.Parse(store, CultureInfo.InvariantCulture), client),
            issued - ClockError,
            issued.AddDays(settings.Offline.MostDays) + ClockError);
    }
}

/// <summary>Who may have redeemed without network, and when.</summary>
/// <param name="Staff">Who, and where.</param>
/// <param name="From">UTC.</param>
/// <param name="To">UTC.</param>
public sealed record DeskPass(StaffAtStore Staff, DateTime From, DateTime To);
