using Microsoft.AspNetCore.Identity;
using Rewards.Application;
using Rewards.Application.Audit;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Staff;

namespace Rewards.Web.Pages.Account;

/// <summary>Sets up, changes and turns off the second step of someone's sign-in: codes by time (TOTP, RFC 6238).</summary>
public sealed class SecondStep(SignInManager<StaffUser> signIn, RecordAct record, ChainSettings chain)
{
    /// <summary>Digits of a code.</summary>
    public const int CodeLength = 6;

    /// <summary>How many recovery codes are handed out.</summary>
    public const int RecoveryCodes = 10;

    // Where Identity's store keeps the key and the codes.
    private const string IdentitysOwn = "[AspNetUserStore]";

    private readonly UserManager<StaffUser> _users = signIn.UserManager;

    /// <summary>How it stands.</summary>
    public async Task<SecondStepState> StateOfAsync(StaffUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.TwoFactorEnabled)
        {
            return new SecondStepState(IsOn: true, await _users.CountRecoveryCodesAsync(user), null);
        }

        var key = await _users.GetAuthenticatorKeyAsync(user);
        return new SecondStepState(IsOn: false, 0, key is null ? null : new AuthenticatorKey(Grouped(key), Uri(user, key)));
    }

    /// <summary>Makes a new key to set an authenticator up with; nothing changes for sign-in before <see cref="TurnOnAsync"/>.</summary>
    public async Task BeginAsync(StaffUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (!user.TwoFactorEnabled)
        {
            await _users.ResetAuthenticatorKeyAsync(user);
            await signIn.RefreshSignInAsync(user);
        }
    }

    /// <summary>Turns it on, once a code shows that the authenticator works. Refuses with <c>sign-in-code-refused</c>.</summary>
    /// <returns>The recovery codes, readable this once.</returns>
    public async Task<Outcome<IReadOnlyList<string>>> TurnOnAsync(StaffUser user, string? code)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.TwoFactorEnabled
            || !await _users.VerifyTwoFactorTokenAsync(user, _users.Options.Tokens.AuthenticatorTokenProvider, WithoutBlanks(code)))
        {
            return new SignInCodeRefused();
        }

        record.Add(AuditAct.SecondStepAdded, user.Id, AuditSubject.Of(user.Id));
        await _users.SetTwoFactorEnabledAsync(user, true);
        return await NewCodesAsync(user);
    }

    /// <summary>Makes new recovery codes; the old ones end. Refuses with <c>password-wrong</c> and <c>sign-in-locked-out</c>.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> RenewCodesAsync(StaffUser user, string? password) =>
        await RefusalOfAsync(user, password) is { } refusal ? refusal : await NewCodesAsync(user);

    /// <summary>Turns it off and forgets key and codes. Refuses with <c>password-wrong</c> and <c>sign-in-locked-out</c>.</summary>
    /// <returns>The refusal, or null.</returns>
    public async Task<Error?> TurnOffAsync(StaffUser user, string? password)
    {
        if (await RefusalOfAsync(user, password) is { } refusal)
        {
            return refusal;
        }

        record.Add(AuditAct.SecondStepRemoved, user.Id, AuditSubject.Of(user.Id));
        await _users.SetTwoFactorEnabledAsync(user, false);
        await _users.RemoveAuthenticationTokenAsync(user, IdentitysOwn, "AuthenticatorKey");
        await _users.RemoveAuthenticationTokenAsync(user, IdentitysOwn, "RecoveryCodes");
        await signIn.RefreshSignInAsync(user);
        return null;
    }

    /// <summary>Why a password is not taken from someone signed in; wrong ones count towards the lockout.</summary>
    public async Task<Error?> RefusalOfAsync(StaffUser user, string? password)
    {
        var result = await signIn.CheckPasswordSignInAsync(user, password ?? "", lockoutOnFailure: true);
        return result.Succeeded ? null
            : result.IsLockedOut ? new SignInLockedOut((await _users.GetLockoutEndDateAsync(user))?.UtcDateTime ?? DateTime.UnixEpoch)
            : new PasswordWrong();
    }

    /// <summary>A code of an authenticator as typed, without the blanks that it is shown with.</summary>
    public static string WithoutBlanks(string? code) => string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c)));

    /// <summary>A recovery code as Identity writes it, <c>XXXXX-XXXXX</c>, however it was typed.</summary>
    public static string RecoveryCode(string code)
    {
        var symbols = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return symbols.Length == 10 ? $"{symbols[..5]}-{symbols[5..]}" : symbols;
    }

    private static string Grouped(string key) => string.Join(' ', key.Chunk(4).Select(four => new string(four)));

    private async Task<Outcome<IReadOnlyList<string>>> NewCodesAsync(StaffUser user)
    {
        var codes = (await _users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!.ToList();
        await signIn.RefreshSignInAsync(user);
        return codes;
    }

    // https://github.com/google/google-authenticator/wiki/Key-Uri-Format
    private string Uri(StaffUser user, string key)
    {
        var issuer = System.Uri.EscapeDataString(chain.Name);
        return $"otpauth://totp/{issuer}:{System.Uri.EscapeDataString(user.Email!)}?secret={key}&issuer={issuer}&digits={CodeLength}";
    }
}

/// <summary>How someone's second step stands.</summary>
/// <param name="IsOn">Whether it is asked for.</param>
/// <param name="RecoveryCodesLeft">How many can still be used.</param>
/// <param name="Key">The key to set an authenticator up with, where that was begun.</param>
public sealed record SecondStepState(bool IsOn, int RecoveryCodesLeft, AuthenticatorKey? Key);

/// <summary>What an authenticator is set up with.</summary>
/// <param name="Text">To type, in groups of four.</param>
/// <param name="Uri">To scan.</param>
public sealed record AuthenticatorKey(string Text, string Uri);
