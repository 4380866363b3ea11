using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Rewards.Application.Audit;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Staff;

namespace Rewards.Web.Pages.Account;

/// <summary>
/// The passkeys of an account (WebAuthn, https://www.w3.org/TR/webauthn-3/): each signs in by itself, without password and
/// code, because its device asks for its owner. What is asked of the browser and what it answers is JSON as WebAuthn writes it.
/// </summary>
public sealed class Passkeys(SignInManager<StaffUser> signIn, SecondStep secondStep, RecordAct record)
{
    /// <summary>The longest name.</summary>
    public const int NameLength = 60;

    /// <summary>How many an account may have.</summary>
    public const int Most = 10;

    private const int LongestCredential = 20_000;

    private readonly UserManager<StaffUser> _users = signIn.UserManager;

    /// <summary>The passkeys of an account, the newest first.</summary>
    public async Task<IReadOnlyList<PasskeyView>> OfAsync(StaffUser user) =>
    [
        .. (await _users.GetPasskeysAsync(user)).OrderByDescending(p => p.CreatedAt)
            .Select(p => new PasskeyView(WebEncoders.Base64UrlEncode(p.CredentialId), p.Name ?? "", p.CreatedAt.UtcDateTime)),
    ];

    /// <summary>
    /// What the browser is asked to make. Refuses with <c>password-wrong</c>, <c>sign-in-locked-out</c>, <c>passkeys-too-many</c>.
    /// </summary>
    public async Task<Outcome<string>> AskForNewAsync(StaffUser user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (await secondStep.RefusalOfAsync(user, password) is { } refusal)
        {
            return refusal;
        }

        return (await _users.GetPasskeysAsync(user)).Count >= Most
            ? new PasskeysTooMany(Most)
            : await signIn.MakePasskeyCreationOptionsAsync(
                new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.Email! });
    }

    /// <summary>Adds what the browser made. Refuses with <c>passkey-refused</c>.</summary>
    /// <returns>The refusal, or null.</returns>
    public async Task<Error?> AddAsync(StaffUser user, string? credential, string? name)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (await ReadAsync(credential, signIn.PerformPasskeyAttestationAsync) is not { Succeeded: true } made || made.UserEntity.Id != user.Id.ToString())
        {
            return new PasskeyRefused();
        }

        var typed = name?.Trim() ?? "";
        made.Passkey.Name = typed.Length > NameLength ? typed[..NameLength] : typed;
        record.Add(AuditAct.PasskeyAdded, user.Id, AuditSubject.Of(user.Id), ("name", made.Passkey.Name));
        await _users.AddOrUpdatePasskeyAsync(user, made.Passkey);
        return null;
    }

    /// <summary>Removes one; nothing happens where it is not there.</summary>
    public async Task RemoveAsync(StaffUser user, string? id)
    {
        ArgumentNullException.ThrowIfNull(user);
        if ((await OfAsync(user)).FirstOrDefault(p => p.Id == id) is { } passkey)
        {
            record.Add(AuditAct.PasskeyRemoved, user.Id, AuditSubject.Of(user.Id), ("name", passkey.Name));
            await _users.RemovePasskeyAsync(user, WebEncoders.Base64UrlDecode(id!));
        }
    }

    /// <summary>What the browser is asked to sign in with.</summary>
    public Task<string> AskForAnyAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <summary>Signs in whoever the passkey belongs to. Refuses with <c>passkey-refused</c>.</summary>
    /// <returns>Where to go.</returns>
    public async Task<Outcome<string>> SignInAsync(string? credential)
    {
        if (await ReadAsync(credential, signIn.PerformPasskeyAssertionAsync) is not { Succeeded: true } shown
            || !await signIn.CanSignInAsync(shown.User) || await _users.IsLockedOutAsync(shown.User))
        {
            return new PasskeyRefused();
        }

        await _users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        await signIn.SignInAsync(shown.User, isPersistent: false, "passkey");
        return SignInStaff.LandingOf((await _users.GetRolesAsync(shown.User)).Contains);
    }

    // Identity throws where nothing was asked for, or too long ago; everything else that is wrong it says as a result.
    private static async Task<T?> ReadAsync<T>(string? credential, Func<string, Task<T>> read)
        where T : class
    {
        if (credential is not { Length: > 0 and <= LongestCredential })
        {
            return null;
        }

        try
        {
            return await read(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">Of the credential, in base64url.</param>
/// <param name="Name">As its owner calls it; may be empty.</param>
/// <param name="AddedAt">UTC.</param>
public sealed record PasskeyView(string Id, string Name, DateTime AddedAt);
