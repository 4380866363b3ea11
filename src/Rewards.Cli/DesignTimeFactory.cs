using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Rewards.Data;
using Rewards.Setup;

namespace Rewards.Cli;

/// <summary>For <c>dotnet ef … -- PROVIDER</c> only (docs/operations.md); nothing is connected to.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<RewardsDb>
{
    public RewardsDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<RewardsDb>();
        Providers.Named(args.FirstOrDefault()).Configure(options, "Data Source=design");
        return new RewardsDb(options.Options);
    }
}
