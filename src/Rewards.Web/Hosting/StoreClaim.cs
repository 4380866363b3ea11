using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Rewards.Application.Vouchers;
using Rewards.Data.Staff;

namespace Rewards.Web.Hosting;

/// <summary>Puts the store of its staff into their cookie, so that the desk asks no database who it is.</summary>
public sealed class StoreClaim(
    UserManager<StaffUser> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<StaffUser, IdentityRole<Guid>>(users, roles, options)
{
    /// <summary>The claim's type; its value is the store's number.</summary>
    public const string Type = "store";

    /// <summary>The member of staff that a request of the desk is from.</summary>
    /// <param name="context">A request that passed the policy of the desk.</param>
    public static StaffAtStore StaffOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new StaffAtStore(
            PersonOf(context.User),
            int.Parse(context.User.FindFirstValue(Type)!, CultureInfo.InvariantCulture),
            context.ClientAddress());
    }

    /// <summary>The id of whoever is signed in.</summary>
    public static Guid PersonOf(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);

    /// <inheritdoc/>
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var identity = await base.GenerateClaimsAsync(user);
        if (user.StoreNumber is { } store)
        {
            identity.AddClaim(new Claim(Type, store.ToString(CultureInfo.InvariantCulture)));
        }

        return identity;
    }
}
