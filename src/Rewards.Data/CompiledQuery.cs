using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Rewards.Data;

/// <summary>
/// A query that is compiled once a model rather than once: a compiled query knows the provider it was first run on, and a
/// process may speak to several, as the tests do.
/// </summary>
/// <typeparam name="TQuery">What <c>EF.CompileAsyncQuery</c> returns.</typeparam>
public sealed class CompiledQuery<TQuery>
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _compiled = [];
    private readonly ConditionalWeakTable<IModel, TQuery>.CreateValueCallback _compile;

    /// <summary>Compiles nothing yet.</summary>
    /// <param name="compile">Calls <c>EF.CompileAsyncQuery</c>.</param>
    public CompiledQuery(Func<TQuery> compile) => _compile = _ => compile();

    /// <summary>The query for a context's provider.</summary>
    public TQuery On(RewardsDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return _compiled.GetValue(db.Model, _compile);
    }
}
