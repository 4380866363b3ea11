using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Account;

/// <summary>Sets up, changes and turns off the second step of one's own sign-in. A form's button names what it does.</summary>
[ResponseCache(NoStore = true)]
public sealed class SecondStepModel(UserManager<StaffUser> users, SecondStep secondStep) : PageModel
{
    /// <summary>How it stands.</summary>
    public SecondStepState? State { get; private set; }

    /// <summary>Recovery codes, shown this once.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    /// <summary>Why nothing was changed.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>Shows how it stands.</summary>
    public Task<IActionResult> OnGetAsync() => AsOwnerAsync(ShowAsync);

    /// <summary>Makes a key to set an authenticator up with.</summary>
    public Task<IActionResult> OnPostBeginAsync() => AsOwnerAsync(async user =>
    {
        await secondStep.BeginAsync(user);
        return RedirectToPage();
    });

    /// <summary>Turns it on.</summary>
    public Task<IActionResult> OnPostOnAsync(string? code) =>
        AsOwnerAsync(async user => await ShowCodesAsync(user, await secondStep.TurnOnAsync(user, code)));

    /// <summary>Makes new recovery codes.</summary>
    public Task<IActionResult> OnPostCodesAsync(string? present) =>
        AsOwnerAsync(async user => await ShowCodesAsync(user, await secondStep.RenewCodesAsync(user, present)));

    /// <summary>Turns it off.</summary>
    public Task<IActionResult> OnPostOffAsync(string? present) => AsOwnerAsync(async user =>
        await secondStep.TurnOffAsync(user, present) is { } refusal
            ? await RefuseAsync(user, refusal)
            : RedirectToPage("/Account/Index", new { done = "second-step-off" }));

    private async Task<IActionResult> AsOwnerAsync(Func<StaffUser, Task<IActionResult>> act) =>
        await users.GetUserAsync(User) is { } user ? await act(user) : Challenge();

    private async Task<IActionResult> ShowCodesAsync(StaffUser user, Outcome<IReadOnlyList<string>> outcome)
    {
        if (outcome.IsRefused(out var refusal, out var codes))
        {
            return await RefuseAsync(user, refusal);
        }

        NewCodes = codes;
        return await ShowAsync(user);
    }

    private Task<IActionResult> RefuseAsync(StaffUser user, Error refusal)
    {
        Refusals = [refusal];
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return ShowAsync(user);
    }

    private async Task<IActionResult> ShowAsync(StaffUser user)
    {
        State = await secondStep.StateOfAsync(user);
        return Page();
    }
}
