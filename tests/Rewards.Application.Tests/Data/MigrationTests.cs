using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Data;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Data;

/// <summary>The three sets of migrations; nothing is connected to, so that SQL Server's are looked at everywhere.</summary>
public class MigrationTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, "Data Source=nowhere")]
    [InlineData(DatabaseKind.PostgreSql, "Host=nowhere")]
    [InlineData(DatabaseKind.SqlServer, "Server=nowhere")]
    public void Everything_in_the_model_is_in_the_migrations(DatabaseKind database, string connectionString)
    {
        using var services = new PortalSetup().Services(database, connectionString).BuildServiceProvider();
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<RewardsDb>();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.NotEmpty(db.Database.GetMigrations());
    }
}
