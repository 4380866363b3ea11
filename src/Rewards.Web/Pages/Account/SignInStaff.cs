using Microsoft.AspNetCore.Identity;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Staff;

namespace Rewards.Web.Pages.Account;

/// <summary>
/// Signs someone in by e-mail and password and, where the account has one, a second step. An e-mail without an account is
/// answered as a wrong password is: the same words, the same time, the same lockout.
/// </summary>
public sealed class SignInStaff(SignInManager<StaffUser> signIn, UnknownAccounts unknown)
{
    private readonly UserManager<StaffUser> _users = signIn.UserManager;

    /// <summary>The first step. Refuses with <c>sign-in-refused</c> and <c>sign-in-locked-out</c>.</summary>
    public async Task<Outcome<SignedIn>> ByPasswordAsync(string? email, string? password)
    {
        var name = email?.Trim() ?? "";
        name = name.Length > EmailAddress.Length ? name[..EmailAddress.Length] : name;
        if (await _users.FindByEmailAsync(name) is not { } user)
        {
            _users.PasswordHasher.HashPassword(new StaffUser(), password ?? "");
            return unknown.CountTry(_users.NormalizeEmail(name)!, Now) is { } until ? new SignInLockedOut(until) : new SignInRefused();
        }

        var result = await signIn.PasswordSignInAsync(user, password ?? "", isPersistent: false, lockoutOnFailure: true);
        return result.RequiresTwoFactor ? new SignedIn(NeedsCode: true, Landing: "") : await OutcomeAsync(user, result, new SignInRefused());
    }

    /// <summary>Whether the first step was taken, by whoever asks, in the last minutes.</summary>
    public async Task<bool> AwaitsCodeAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is not null;

    /// <summary>
    /// The second step: a code of the authenticator, or one of the recovery codes. Refuses with <c>sign-in-code-refused</c> and
    /// <c>sign-in-locked-out</c>.
    /// </summary>
    public async Task<Outcome<SignedIn>> ByCodeAsync(string? code)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return new SignInCodeRefused();
        }

        var typed = SecondStep.WithoutBlanks(code);
        var result = typed.Length == SecondStep.CodeLength && typed.All(char.IsAsciiDigit)
            ? await signIn.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(SecondStep.RecoveryCode(typed));
        return await OutcomeAsync(user, result, new SignInCodeRefused());
    }

    /// <summary>Where someone begins: staff at the desk, marketing in the office.</summary>
    public static string LandingOf(Func<string, bool> hasRole)
    {
        ArgumentNullException.ThrowIfNull(hasRole);
        return hasRole(StaffRole.Staff) || hasRole(StaffRole.Supervisor) ? "/store/redeem"
            : hasRole(StaffRole.Marketing) || hasRole(StaffRole.Administrator) ? "/office"
            : "/account";
    }

    // Lockouts are kept by the real clock, as cookies are.
    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    private async Task<Outcome<SignedIn>> OutcomeAsync(StaffUser user, SignInResult result, Error refusal)
    {
        if (result.IsLockedOut)
        {
            return new SignInLockedOut((await _users.GetLockoutEndDateAsync(user))?.UtcDateTime ?? Now);
        }

        var roles = result.Succeeded ? await _users.GetRolesAsync(user) : [];
        return result.Succeeded ? new SignedIn(NeedsCode: false, LandingOf(roles.Contains)) : refusal;
    }
}

/// <summary>A step that was taken.</summary>
/// <param name="NeedsCode">Whether a second one is asked for.</param>
/// <param name="Landing">Where to go after the last one.</param>
public sealed record SignedIn(bool NeedsCode, string Landing);
