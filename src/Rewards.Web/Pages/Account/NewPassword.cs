using FluentValidation;
using Rewards.Application.Staff;
using Rewards.Domain;
using Rewards.Domain.Staff;

namespace Rewards.Web.Pages.Account;

/// <summary>What is typed to change a password.</summary>
/// <param name="Present">The password until now.</param>
/// <param name="Password">The new one.</param>
/// <param name="Again">The new one once more.</param>
/// <param name="Email">Whose.</param>
public sealed record NewPassword(string Present, string Password, string Again, string Email);

/// <summary>What makes a new password good. Long is enough: no rule asks for signs that nobody remembers.</summary>
public sealed class NewPasswordValidator : AbstractValidator<NewPassword>
{
    /// <summary>Sets the rules up.</summary>
    public NewPasswordValidator()
    {
        RuleFor(p => p.Present).NotEmpty().WithState(_ => new PasswordWrong());
        RuleFor(p => p.Password).MinimumLength(StaffAccounts.PasswordLength).WithState(_ => new PasswordTooShort(StaffAccounts.PasswordLength));
        RuleFor(p => p.Password).Must(IsNew).WithState(_ => new PasswordUnchanged());
        RuleFor(p => p.Again).Equal(p => p.Password).WithState(_ => new PasswordsDiffer());
    }

    /// <summary>What is wrong, in the order of the fields.</summary>
    public IReadOnlyList<Error> Refusals(NewPassword typed) => [.. Validate(typed).Errors.Select(e => (Error)e.CustomState)];

    private static bool IsNew(NewPassword typed, string password) =>
        password != typed.Present && !password.Equals(typed.Email, StringComparison.OrdinalIgnoreCase);
}
