using Rewards.Domain.Insights;
using Rewards.Domain.Stores;

namespace Rewards.Application.Insights;

/// <summary>Every store with its scores, each against the period before.</summary>
public sealed class ListStoreScores(CountAnswers count, ReferenceData reference)
{
    /// <summary>All stores in order of their numbers, or the one selected; also those without a response.</summary>
    public async Task<IReadOnlyList<StoreScores>> RunAsync(Selection selection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var stores = (await reference.GetAsync(cancellationToken)).Stores.Values
            .Where(s => selection.Store is null || s.Number == selection.Store).OrderBy(s => s.Number);
        var tallies = await count.ByStoreAsync(selection, cancellationToken);
        var talliesBefore = await count.ByStoreAsync(selection.Before, cancellationToken);
        var responses = await count.ResponsesAsync(selection, cancellationToken);
        var receipts = await count.ReceiptsAsync(selection, cancellationToken);
        return StoreScores.Compared(
        [
            .. stores.Select(s => new StoreScores(
                s,
                responses.GetValueOrDefault(s.Number),
                receipts.GetValueOrDefault(s.Number),
                tallies.GetValueOrDefault(s.Number, Tally.Empty),
                talliesBefore.GetValueOrDefault(s.Number, Tally.Empty))),
        ]);
    }
}

/// <summary>A store's scores.</summary>
/// <param name="Store">The store.</param>
/// <param name="Responses">Sent in the period.</param>
/// <param name="Receipts">Of the period's days.</param>
/// <param name="Now">What was answered in the period.</param>
/// <param name="Before">What was answered in the period before.</param>
public sealed record StoreScores(Store Store, ResponseCount Responses, int Receipts, Tally Now, Tally Before)
{
    /// <summary>Net Promoter Score; null without answers.</summary>
    public Score? Nps { get; } = Now.Nps;

    /// <summary>Customer satisfaction; null without answers.</summary>
    public Score? Csat { get; } = Now.Csat;

    /// <summary>Customer effort; null without answers.</summary>
    public EffortScore? Ces { get; } = Now.Ces;

    /// <summary>
    /// How the NPS moved, judged beside all other stores; null where the store is not ranked in both periods.
    /// </summary>
    public Change? NpsChange { get; private init; }

    /// <summary>Judges the changes of all stores together, so that chance is not taken for news.</summary>
    public static IReadOnlyList<StoreScores> Compared(IReadOnlyList<StoreScores> stores)
    {
        ArgumentNullException.ThrowIfNull(stores);
        var changes = stores.Select(s => s.OwnChange()).ToList();
        var judged = new Queue<Change>(Change.AmongMany([.. changes.OfType<Change>()]));
        return [.. stores.Select((s, place) => changes[place] is null ? s : s with { NpsChange = judged.Dequeue() })];
    }

    private Change? OwnChange() =>
        Nps is { IsRanked: true } && Before.Nps is { IsRanked: true } ? Change.Of(Now.Recommend, Before.Recommend) : null;
}
