using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Staff;

namespace Rewards.Application.Staff;

/// <summary>Makes an account for someone who works for the chain: the account, its role and its store in one transaction.</summary>
public sealed class AddStaffMember(
    RewardsDb db,
    DatabaseProvider provider,
    UserManager<StaffUser> users,
    RoleManager<IdentityRole<Guid>> roles,
    RecordAct record,
    TimeProvider clock)
{
    /// <summary>
    /// Adds the account. Refuses with <c>staff-email-invalid</c>, <c>staff-email-taken</c>, <c>staff-store-missing</c>,
    /// <c>staff-store-not-wanted</c>, <c>store-unknown</c>, <c>password-too-short</c>.
    /// </summary>
    /// <param name="email">What they sign in with.</param>
    /// <param name="password">In plain.</param>
    /// <param name="role">One of <see cref="StaffRole"/>.</param>
    /// <param name="storeNumber">Of who works at a store's desk; else null.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<StaffUser>> RunAsync(
        string email, string password, string role, int? storeNumber, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(role, storeNumber, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var user = new StaffUser
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            StoreNumber = storeNumber,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            var created = await users.CreateAsync(user, password);
            if (!created.Succeeded)
            {
                return RefusalOf(created, email);
            }

            await AddRoleAsync(role);
            record.Add(AuditAct.StaffAdded, by: null, AuditSubject.Of(user.Id), ("email", email), ("role", role), ("store", storeNumber));
            Check(await users.AddToRoleAsync(user, role));
            await transaction.CommitAsync(cancellationToken);
            return user;
        }
        catch (DbUpdateException exception) when (provider.IsDuplicateKey(exception))
        {
            return new StaffEmailTaken(email);
        }
    }

    private async Task<Error?> RefusalAsync(string role, int? storeNumber, CancellationToken cancellationToken) => storeNumber switch
    {
        null => StaffRole.BelongsToStore(role) ? new StaffStoreMissing() : null,
        _ when !StaffRole.BelongsToStore(role) => new StaffStoreNotWanted(),
        { } number => await db.Stores.AnyAsync(s => s.Number == number, cancellationToken) ? null : new StoreUnknown(number),
    };

    private static Error RefusalOf(IdentityResult result, string email) => result.Errors.First().Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail) => new StaffEmailTaken(email),
        nameof(IdentityErrorDescriber.InvalidUserName) or nameof(IdentityErrorDescriber.InvalidEmail) => new StaffEmailInvalid(),
        nameof(IdentityErrorDescriber.PasswordTooShort) or nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars)
            => new PasswordTooShort(StaffAccounts.PasswordLength),
        var code => throw new InvalidOperationException($"Identity refuses for a reason that is not asked for: {code}"),
    };

    private async Task AddRoleAsync(string role)
    {
        if (!await roles.RoleExistsAsync(role))
        {
            Check(await roles.CreateAsync(new IdentityRole<Guid>(role) { Id = Guid.CreateVersion7(clock.GetUtcNow()) }));
        }
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Description)));
        }
    }
}
