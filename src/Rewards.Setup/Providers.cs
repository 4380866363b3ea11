using Rewards.Data;
using Rewards.Data.PostgreSql;
using Rewards.Data.Sqlite;
using Rewards.Data.SqlServer;

namespace Rewards.Setup;

/// <summary>The databases the portal runs on; the only place that knows them all.</summary>
public static class Providers
{
    /// <summary>Makes the provider of a name; SQLite where none is given.</summary>
    /// <param name="name">As in <c>Database:Provider</c>.</param>
    /// <exception cref="SettingException">There is none of that name.</exception>
    public static DatabaseProvider Named(string? name)
    {
        DatabaseProvider[] all = [new SqliteProvider(), new PostgreSqlProvider(), new SqlServerProvider()];
        return all.FirstOrDefault(p => string.Equals(p.Name, string.IsNullOrWhiteSpace(name) ? all[0].Name : name, StringComparison.OrdinalIgnoreCase))
            ?? throw new SettingException("Database:Provider", $"'{name}' is none of {string.Join(", ", all.Select(p => p.Name))}.");
    }
}
