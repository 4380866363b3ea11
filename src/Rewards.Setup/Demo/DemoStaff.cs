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

    /// <summary>Makes those that are not there yet.</summary>
    public static async Task<IReadOnlyList<DemoAccount>> AddAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<RewardsDb>();
        var add = services.GetRequiredService<AddStaffMember>();
        var accounts = new List<DemoAccount>();
        foreach (var (name, role) in (IEnumerable<(string, string)>)[
            ("desk", StaffRole.Staff), ("supervisor", StaffRole.Supervisor), ("marketing", StaffRole.Marketing), ("admin", StaffRole.Administrator)])
        {
            var email = name + "@fairview.example";
            int? store = StaffRole.BelongsToStore(role) ? DemoStores.Desk : null;
            if (!await db.Users.AnyAsync(u => u.Email == email, cancellationToken))
            {
                _ = (await add.RunAsync(email, Password, role, store, cancellationToken)).Value;
            }

            accounts.Add(new DemoAccount(email, Password, role, store));
        }

        db.ChangeTracker.Clear();
        return accounts;
    }
}
