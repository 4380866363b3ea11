using Microsoft.AspNetCore.Identity;

namespace Rewards.Application.Staff;

/// <summary>The rules that accounts of staff follow, wherever they are made or used.</summary>
public static class StaffAccounts
{
    /// <summary>The least characters of a password; nothing else is asked of it.</summary>
    public const int PasswordLength = 12;

    /// <summary>Sets Identity's options.</summary>
    public static void Configure(IdentityOptions identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        identity.User.RequireUniqueEmail = true;
        identity.Password.RequiredLength = PasswordLength;
        identity.Password.RequireNonAlphanumeric = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireDigit = false;
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }
}
