using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Rewards.Application;
using Rewards.Data;
using Rewards.Data.Staff;

namespace Rewards.Web.Hosting;

/// <summary>
/// Identity's store, with what makes codes of the second step (the authenticator's key, recovery codes) sealed and bound to its
/// user: the database alone signs nobody in.
/// </summary>
internal sealed class SealedStaffStore(RewardsDb db, Vault vault, IdentityErrorDescriber describer)
    : UserStore<StaffUser, IdentityRole<Guid>, RewardsDb, Guid>(db, describer)
{
    public override Task SetTokenAsync(
        StaffUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        var kept = value is null ? null : Convert.ToBase64String(vault.Seal(value, Owner(user)));
        return base.SetTokenAsync(user, loginProvider, name, kept, cancellationToken);
    }

    public override async Task<string?> GetTokenAsync(
        StaffUser user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } kept
            ? vault.Unseal(Convert.FromBase64String(kept), Owner(user))
            : null;
    }

    private static byte[] Owner(StaffUser user) => [.. "rewards/staff-token/v1"u8, .. user.Id.ToByteArray(bigEndian: true)];
}
