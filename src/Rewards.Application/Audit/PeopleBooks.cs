using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Audit;

namespace Rewards.Application.Audit;

/// <summary>Whose cards and whose rights they are, held against the acts that gave them.</summary>
internal static class PeopleBooks
{
    /// <summary>Who left an address has a card only by an act, which hashes it; the card of who left none is hashed with the person.</summary>
    public static IAsyncEnumerable<string> CardsAsync(RewardsDb db) => (
        from shopper in db.Shoppers.AsNoTracking()
        where shopper.Email != null && shopper.LoyaltyCard != null
        join act in db.AuditEvents.Where(e => e.Act == AuditAct.CardLinked) on shopper.Id equals act.SubjectId into acts
        from act in acts.DefaultIfEmpty()
        where act == null
        orderby shopper.Id
        select shopper.Id).AsAsyncEnumerable().Select(id => string.Create(CultureInfo.InvariantCulture, $"shopper {id} has a card that no act linked"));

    /// <summary>Everyone has the role, and the store, that the act which added the account gave them.</summary>
    public static async IAsyncEnumerable<string> StaffAsync(RewardsDb db)
    {
        var rows = (
            from membership in db.UserRoles.AsNoTracking()
            join role in db.Roles on membership.RoleId equals role.Id
            join user in db.Users on membership.UserId equals user.Id
            join act in db.AuditEvents.Where(e => e.Act == AuditAct.StaffAdded) on user.Id equals act.SubjectId into acts
            from act in acts.DefaultIfEmpty()
            orderby user.Id
            select new { user.Id, user.StoreNumber, Role = role.Name, act.Detail }).AsAsyncEnumerable();
        await foreach (var row in rows)
        {
            var given = row.Detail is null ? [] : RecordAct.Read(row.Detail);
            if (given.GetValueOrDefault("role") != row.Role || given.GetValueOrDefault("store") != row.StoreNumber?.ToString(CultureInfo.InvariantCulture))
            {
                yield return $"account {row.Id} is {row.Role} by no act";
            }
        }
    }
}
