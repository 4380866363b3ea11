using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Data;
using Rewards.Data.Staff;
using Rewards.Setup;

namespace Rewards.Cli;

/// <summary>For <c>dotnet ef … -- PROVIDER</c> only (docs/operations.md); nothing is connected to.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<RewardsDb>
{
    public RewardsDb CreateDbContext(string[] args)
    {
        var services = new ServiceCollection().Configure<IdentityOptions>(StaffStore.Configure).BuildServiceProvider();
        var options = new DbContextOptionsBuilder<RewardsDb>().UseApplicationServiceProvider(services);
        var provider = Providers.Named(args.FirstOrDefault());
        provider.Configure(options, provider.Name == "Sqlite" ? "Data Source=design" : "Server=design");
        return new RewardsDb((DbContextOptions<RewardsDb>)options.Options);
    }
}
