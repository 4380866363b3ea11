using Microsoft.EntityFrameworkCore;
using Rewards.Setup;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Data;

/// <summary>A program and a database of different versions.</summary>
public class SchemaTests
{
    [Theory, EveryDatabase]
    public async Task A_database_of_a_version_that_is_not_known_is_neither_used_nor_changed(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        await portal.InDatabaseAsync(async db =>
        {
            await Schema.UpdateAsync(db, TestContext.Current.CancellationToken);
            await Schema.RequireAsync(db, TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_OfTomorrow', '99.0.0')""");

            foreach (var use in (Func<Task>[])[() => Schema.UpdateAsync(db, default), () => Schema.RequireAsync(db, default)])
            {
                Assert.Contains("29990101000000_OfTomorrow", (await Assert.ThrowsAsync<SettingException>(use)).Message, StringComparison.Ordinal);
            }
        });
    }
}
