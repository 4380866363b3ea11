using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Audit;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Account;

/// <summary>Changes one's own password.</summary>
[ResponseCache(NoStore = true)]
public sealed class PasswordModel(
    SignInManager<StaffUser> signIn, SecondStep secondStep, NewPasswordValidator validator, RecordAct record) : PageModel
{
    /// <summary>Why it was not changed.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>Changes it. Whoever is signed in with the old one elsewhere is out within minutes.</summary>
    public async Task<IActionResult> OnPostAsync(string? present, string? password, string? again)
    {
        if (await signIn.UserManager.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        var typed = new NewPassword(present ?? "", password ?? "", again ?? "", user.Email!);
        Refusals = validator.Refusals(typed);
        if (Refusals.Count == 0 && await secondStep.RefusalOfAsync(user, typed.Present) is { } wrong)
        {
            Refusals = [wrong];
        }

        if (Refusals.Count > 0)
        {
            Response.StatusCode = ProblemPage.StatusOf(Refusals[0]);
            return Page();
        }

        record.Add(AuditAct.PasswordChanged, user.Id, AuditSubject.Of(user.Id));
        var changed = await signIn.UserManager.ChangePasswordAsync(user, typed.Present, typed.Password);
        if (!changed.Succeeded)
        {
            throw new InvalidOperationException($"Identity refuses a password that is good: {changed}");
        }

        await signIn.RefreshSignInAsync(user);
        return RedirectToPage("/Account/Index", new { done = "password" });
    }

    /// <summary>The class of a field that is refused.</summary>
    public string BadIf(string field) => Refusals.Any(r => r.Field == field) ? "bad" : "";

    /// <summary>For <c>aria-invalid</c>.</summary>
    public string? InvalidIf(string field) => Refusals.Any(r => r.Field == field) ? "true" : null;
}
