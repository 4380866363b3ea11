using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Data.Staff;

namespace Rewards.Web.Pages.Account;

/// <summary>Someone's own account.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(UserManager<StaffUser> users, ReferenceData reference) : PageModel
{
    /// <summary>The account.</summary>
    public AccountView? Account { get; private set; }

    /// <summary>The key of the text that says what was just done.</summary>
    public string? Done { get; private set; }

    /// <summary>Shows it.</summary>
    /// <param name="done">What was just done: one of the words below.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IActionResult> OnGetAsync(string? done, CancellationToken cancellationToken)
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        var store = user.StoreNumber is { } number ? await reference.StoreAsync(number, cancellationToken) : null;
        Account = new AccountView(
            user.Email!,
            [.. await users.GetRolesAsync(user)],
            store?.Name,
            user.TwoFactorEnabled,
            (await users.GetPasskeysAsync(user)).Count);
        Done = done is "password" or "second-step-off" ? $"account.done-{done}" : null;
        return Page();
    }
}

/// <summary>An account as its owner sees it.</summary>
/// <param name="Email">To sign in with.</param>
/// <param name="Roles">What its owner may do.</param>
/// <param name="StoreName">Of staff.</param>
/// <param name="HasSecondStep">Whether a code is asked for at sign-in.</param>
/// <param name="Passkeys">How many there are.</param>
public sealed record AccountView(string Email, IReadOnlyList<string> Roles, string? StoreName, bool HasSecondStep, int Passkeys);
