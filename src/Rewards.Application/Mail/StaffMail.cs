using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Mail;

namespace Rewards.Application.Mail;

/// <summary>Mail to those who work in the office.</summary>
internal static class StaffMail
{
    /// <summary>Queues a mail to everyone who has one of some roles and an address, each once, to be saved with what it tells of.</summary>
    /// <param name="db">The caller's.</param>
    /// <param name="kind">What it is about.</param>
    /// <param name="subjectId">Of what.</param>
    /// <param name="roles">Whose.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task TellStaffAsync(
        this RewardsDb db, MailKind kind, Guid subjectId, string[] roles, DateTime now, CancellationToken cancellationToken)
    {
        var addresses = await (
            from user in db.Users
            join membership in db.UserRoles on user.Id equals membership.UserId
            join role in db.Roles on membership.RoleId equals role.Id
            where roles.Contains(role.Name) && user.Email != null
            select user.Email!).Distinct().ToListAsync(cancellationToken);
        db.OutboxMails.AddRange(addresses.Select(address => new OutboxMail(
            Guid.CreateVersion7(now), kind, subjectId, address, Language.All[0], now)));
    }
}
