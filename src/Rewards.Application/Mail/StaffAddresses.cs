using Microsoft.EntityFrameworkCore;
using Rewards.Data;

namespace Rewards.Application.Mail;

/// <summary>Who of the staff is written to.</summary>
internal static class StaffAddresses
{
    /// <summary>The addresses of everyone who has one of some roles, each once.</summary>
    public static Task<List<string>> AddressesOfAsync(this RewardsDb db, string[] roles, CancellationToken cancellationToken) => (
        from user in db.Users
        join membership in db.UserRoles on user.Id equals membership.UserId
        join role in db.Roles on membership.RoleId equals role.Id
        where roles.Contains(role.Name) && user.Email != null
        select user.Email!).Distinct().ToListAsync(cancellationToken);
}
