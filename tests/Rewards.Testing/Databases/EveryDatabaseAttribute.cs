using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Rewards.Testing.Databases;

/// <summary>
/// Runs a theory on every database: its first parameter is a <see cref="DatabaseKind"/>, what follows comes from here. A
/// database that is not configured is a visible skip.
/// </summary>
/// <param name="values">The theory's further arguments.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryDatabaseAttribute(params object?[] values) : DataAttribute
{
    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<DatabaseKind>().Select(Row)]);

    private TheoryDataRow Row(DatabaseKind kind) => new([kind, .. values])
    {
        Skip = TestDatabase.IsConfigured(kind) ? Skip : $"{TestDatabase.ServerVariable(kind)} names no server.",
    };
}
