using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Localization;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Account;

/// <summary>One's own passkeys.</summary>
[ResponseCache(NoStore = true)]
public sealed class PasskeysModel(UserManager<StaffUser> users, Passkeys passkeys, Texts texts) : PageModel
{
    /// <summary>The newest first.</summary>
    public IReadOnlyList<PasskeyView> List { get; private set; } = [];

    /// <summary>Why nothing was changed.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public Task<IActionResult> OnGetAsync() => AsOwnerAsync(ShowAsync);

    /// <summary>For script: what the browser is to make.</summary>
    public Task<IActionResult> OnPostAskAsync(string? present) => AsOwnerAsync(async user =>
        (await passkeys.AskForNewAsync(user, present)).IsRefused(out var refusal, out var options)
            ? new JsonResult(new { refusal = texts[refusal] }) { StatusCode = ProblemPage.StatusOf(refusal) }
            : Content(options, "application/json"));

    /// <summary>Adds what the browser made.</summary>
    public Task<IActionResult> OnPostAddAsync(string? credential, string? name) => AsOwnerAsync(async user =>
    {
        if (await passkeys.AddAsync(user, credential, name) is not { } refusal)
        {
            return RedirectToPage();
        }

        Refusals = [refusal];
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return await ShowAsync(user);
    });

    /// <summary>Removes one.</summary>
    public Task<IActionResult> OnPostRemoveAsync(string? id) => AsOwnerAsync(async user =>
    {
        await passkeys.RemoveAsync(user, id);
        return RedirectToPage();
    });

    private async Task<IActionResult> AsOwnerAsync(Func<StaffUser, Task<IActionResult>> act) =>
        await users.GetUserAsync(User) is { } user ? await act(user) : Challenge();

    private async Task<IActionResult> ShowAsync(StaffUser user)
    {
        List = await passkeys.OfAsync(user);
        return Page();
    }
}
