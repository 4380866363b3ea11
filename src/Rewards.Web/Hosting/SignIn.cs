using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Rewards.Application.Staff;
using Rewards.Data;
using Rewards.Data.Staff;

namespace Rewards.Web.Hosting;

/// <summary>Who may see what: staff and marketing by Identity, shoppers by a cookie of their own.</summary>
public static class SignIn
{
    /// <summary>The scheme of shoppers, who come in by a mailed link.</summary>
    public const string Shopper = "Shopper";

    /// <summary>Policy: at a store's desk.</summary>
    public const string StoreDesk = "StoreDesk";

    /// <summary>Policy: undoes redemptions.</summary>
    public const string Supervisor = "Supervisor";

    /// <summary>Policy: in the office.</summary>
    public const string Office = "Office";

    /// <summary>Adds sign-in, its cookies and its policies.</summary>
    internal static void AddPortalSignIn(this IServiceCollection services, bool development)
    {
        services.AddIdentity<StaffUser, IdentityRole<Guid>>(StaffAccounts.Configure)
            .AddEntityFrameworkStores<RewardsDb>()
            .AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(cookie => Harden(cookie, "staff", development, "/account/sign-in"));
        services.AddAuthentication().AddCookie(Shopper, cookie => Harden(cookie, "shopper", development, "/my"));
        services.AddAuthorizationBuilder()
            .AddPolicy(StoreDesk, p => p.RequireRole(StaffRole.Staff, StaffRole.Supervisor).RequireClaim(StoreClaim.Type))
            .AddPolicy(Supervisor, p => p.RequireRole(StaffRole.Supervisor).RequireClaim(StoreClaim.Type))
            .AddPolicy(Office, p => p.RequireRole(StaffRole.Marketing, StaffRole.Administrator))
            .AddPolicy(Shopper, p => p.AddAuthenticationSchemes(Shopper).RequireAuthenticatedUser());
        services.AddScoped<IUserClaimsPrincipalFactory<StaffUser>, StoreClaim>();
    }

    private static void Harden(CookieAuthenticationOptions cookie, string name, bool development, string signInPage)
    {
        // Cookies live by the real clock, also where the rules' day is fixed.
        cookie.TimeProvider = TimeProvider.System;
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = development ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.LoginPath = signInPage;
        cookie.AccessDeniedPath = "/problem/403";
    }
}
