using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Data;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// The outline of every draw's tree that a proof was asked for, in memory: 48 bytes for each 1,024 entries. It costs one walk over the
/// entries, once a draw and process, however many ask and whether they wait for it or not.
/// </summary>
public sealed class TreeOutlines(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<int, Lazy<Task<TreeOutline>>> _outlines = new();

    /// <summary>The outline of a draw whose entries are settled.</summary>
    /// <param name="sweepstakesId">Of which.</param>
    /// <param name="drawId">As in the protocol.</param>
    /// <param name="cancellationToken">Ends the waiting, not the walk.</param>
    public async Task<TreeOutline> OfAsync(int sweepstakesId, string drawId, CancellationToken cancellationToken)
    {
        var outline = _outlines.GetOrAdd(sweepstakesId, id => new(() => Task.Run(() => ReadAsync(id, drawId))));
        try
        {
            return await outline.Value.WaitAsync(cancellationToken);
        }
        catch when (outline.Value.IsFaulted)
        {
            // The database was not to be had: whoever comes next tries again.
            _outlines.TryRemove(KeyValuePair.Create(sweepstakesId, outline));
            throw;
        }
    }

    private async Task<TreeOutline> ReadAsync(int sweepstakesId, string drawId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var entries = scope.ServiceProvider.GetRequiredService<DrawEntries>();
        return await TreeOutline.OfAsync(drawId, entries.LeavesAsync(sweepstakesId, drawId), CancellationToken.None);
    }
}
