using Microsoft.EntityFrameworkCore;
using Rewards.Domain.Insights;

namespace Rewards.Application.Insights;

/// <summary>What marketing looks at first: how many took part, the scores, how they moved, and over time; of all or of a store.</summary>
public sealed class ShowOverview(CountAnswers count, ListStoreScores listStores)
{
    /// <summary>Counts a period and the one before it.</summary>
    public async Task<Overview> RunAsync(Selection selection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var before = selection.Before;
        var stores = await listStores.RunAsync(selection, cancellationToken);
        var responsesBefore = await count.ResponsesAsync(before, cancellationToken);
        var receiptsBefore = await count.ReceiptsAsync(before, cancellationToken);
        var days = await count.ByDayAsync(selection, cancellationToken);
        return new Overview(
            stores,
            new Participation(
                stores.Sum(s => s.Responses.All),
                await count.Open(selection).CountAsync(cancellationToken),
                stores.Sum(s => s.Receipts)),
            new Participation(
                responsesBefore.Values.Sum(r => r.All),
                await count.Open(before).CountAsync(cancellationToken),
                receiptsBefore.Values.Sum()),
            Timeline.Of(selection.Period, days));
    }
}

/// <summary>What is shown of a period.</summary>
/// <param name="Stores">Every store that is looked at; all that follows is of them together.</param>
/// <param name="Participation">How many took part.</param>
/// <param name="ParticipationBefore">The same of the period before.</param>
/// <param name="Timeline">Scores over time.</param>
public sealed record Overview(
    IReadOnlyList<StoreScores> Stores, Participation Participation, Participation ParticipationBefore, Timeline Timeline)
{
    /// <summary>Responses, and how many of them the demo made.</summary>
    public ResponseCount Responses { get; } = ResponseCount.Sum(Stores.Select(s => s.Responses));

    /// <summary>What was answered.</summary>
    public Tally Now { get; } = Tally.Sum(Stores.Select(s => s.Now));

    /// <summary>What was answered in the period before.</summary>
    public Tally Before { get; } = Tally.Sum(Stores.Select(s => s.Before));

    /// <summary>Net Promoter Score.</summary>
    public Figure Nps => Figure.OfNps(Now, Before);

    /// <summary>Customer satisfaction.</summary>
    public Figure Csat => Figure.OfShare(Now.Satisfied, Before.Satisfied);

    /// <summary>The share that found it easy.</summary>
    public Figure Easy => Figure.OfShare(Now.Easy, Before.Easy);

    /// <summary>How the number of responses moved.</summary>
    public Change? SentChange => Change.OfCount(Participation.Sent, ParticipationBefore.Sent);

    /// <summary>Sent, of the receipts.</summary>
    public Figure Responded => Figure.OfShare(Participation.Responded, ParticipationBefore.Responded);

    /// <summary>Sent, of those begun.</summary>
    public Figure Completed => Figure.OfShare(Participation.Completed, ParticipationBefore.Completed);
}
