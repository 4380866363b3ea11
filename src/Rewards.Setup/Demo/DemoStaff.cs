using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application.Staff;
using Rewards.Data;
using Rewards.Data.Staff;

namespace Rewards.Setup.Demo;

/// <summary>The demo's accounts: one a role, all with one password that is no secret.</summary>
internal static class DemoStaff
{
    /// <summary>Theirs.</summary>
    public const string Password = "fairview-demo";

    private static readonly IReadOnlyList<DemoAccount> _all =
    [
        .. new[] { ("desk", StaffRole.Staff), ("supervisor", StaffRole.Supervisor), ("marketing", StaffRole.Marketing), ("admin", StaffRole.Administrator) }
            .Select(a => new DemoAccount(
                a.Item1 + "@fairview.example", Password, a.Item2, StaffRole.BelongsToStore(a.Item2) ? DemoStores.Desk : null)),
    ];

    /// <summary>Makes those that are not there yet.</summary>
    public static async Task<IReadOnlyList<DemoAccount>> AddAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<RewardsDb>();
        var add = services.GetRequiredService<AddStaffMember>();
        var there = await FindAsync(db, cancellationToken);
        foreach (var account in _all.Except(there))
        {
            _ = (await add.RunAsync(account.Email, account.Password, account.Role, account.StoreNumber, cancellationToken)).Value;
        }

        db.ChangeTracker.Clear();
        return _all;
    }

    /// <summary>Those that are there.</summary>
    public static async Task<IReadOnlyList<DemoAccount>> FindAsync(RewardsDb db, CancellationToken cancellationToken)
    {
        var emails = _all.Select(a => a.Email).ToList();
        var there = await db.Users.Where(u => emails.Contains(u.Email!)).Select(u => u.Email).ToListAsync(cancellationToken);
        return [.. _all.Where(a => there.Contains(a.Email))];
    }
}
