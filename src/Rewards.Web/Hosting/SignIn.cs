using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Rewards.Application.Staff;
using Rewards.Data;
using Rewards.Data.Staff;
using Rewards.Web.Pages.Account;

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

    /// <summary>Policy: administers the portal.</summary>
    public const string Administration = "Administration";

    /// <summary>Adds sign-in, its cookies and its policies.</summary>
    internal static void AddPortalSignIn(this IServiceCollection services, bool httpsOnly)
    {
        services.AddIdentity<StaffUser, IdentityRole<Guid>>(StaffAccounts.Configure)
            .AddEntityFrameworkStores<RewardsDb>()
            .AddUserStore<SealedStaffStore>()
            .AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(cookie => Harden(cookie, "staff", httpsOnly, "/account/sign-in"));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            Harden(cookie, "staff-second-step", httpsOnly, "/account/sign-in");
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
        services.Configure<SecurityStampValidatorOptions>(stamp =>
        {
            // Who changes a password, or is taken a role away, is out elsewhere after this.
            stamp.ValidationInterval = TimeSpan.FromMinutes(5);
            stamp.TimeProvider = TimeProvider.System;
        });
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "form";
            forms.Cookie.SecurePolicy = SecurePolicy(httpsOnly);
        });
        services.Configure<CookieTempDataProviderOptions>(once =>
        {
            // A secret that was just made waits in it for the page that shows it.
            once.Cookie.Name = "once";
            once.Cookie.MaxAge = TimeSpan.FromMinutes(2);
            once.Cookie.SameSite = SameSiteMode.Strict;
            once.Cookie.SecurePolicy = SecurePolicy(httpsOnly);
        });
        services.AddSignInLimit();
        services.AddSingleton<UnknownAccounts>();
        services.AddSingleton<NewPasswordValidator>();
        services.AddScoped<SignInStaff>();
        services.AddScoped<SecondStep>();
        services.AddScoped<Passkeys>();
        services.AddAuthentication().AddCookie(Shopper, cookie => Harden(cookie, "shopper", httpsOnly, "/my"));
        services.AddAuthorizationBuilder()
            .AddPolicy(StoreDesk, p => p.RequireRole(StaffRole.Staff, StaffRole.Supervisor).RequireClaim(StoreClaim.Type))
            .AddPolicy(Supervisor, p => p.RequireRole(StaffRole.Supervisor).RequireClaim(StoreClaim.Type))
            .AddPolicy(Office, p => p.RequireRole(StaffRole.Marketing, StaffRole.Administrator))
            .AddPolicy(Administration, p => p.RequireRole(StaffRole.Administrator));
        services.AddScoped<IUserClaimsPrincipalFactory<StaffUser>, StoreClaim>();
    }

    private static void Harden(CookieAuthenticationOptions cookie, string name, bool httpsOnly, string signInPage)
    {
        // Cookies live by the real clock, also where the rules' day is fixed.
        cookie.TimeProvider = TimeProvider.System;
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = SecurePolicy(httpsOnly);
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.LoginPath = signInPage;
        cookie.Events.OnRedirectToAccessDenied = refused =>
        {
            refused.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static CookieSecurePolicy SecurePolicy(bool httpsOnly) =>
        httpsOnly ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}
