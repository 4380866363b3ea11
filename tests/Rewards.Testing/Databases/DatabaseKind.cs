namespace Rewards.Testing.Databases;

/// <summary>The databases the portal runs on; the names are those of <c>Database:Provider</c>.</summary>
public enum DatabaseKind
{
    /// <summary>A file in a temporary folder.</summary>
    Sqlite,

    /// <summary>The server that <c>REWARDS_TEST_POSTGRESQL</c> names.</summary>
    PostgreSql,

    /// <summary>The server that <c>REWARDS_TEST_SQLSERVER</c> names.</summary>
    SqlServer,
}
