using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Insights;
using Rewards.Domain.Surveys;

namespace Rewards.Application.Insights;

/// <summary>
/// Counts what was answered, in the database: what comes back grows with stores, days and touchpoints, never with responses.
/// Answers without a score (skipped, "I do not know") are counted nowhere.
/// </summary>
public sealed class CountAnswers(RewardsDb db, ReferenceData reference, ChainSettings chain)
{
    /// <summary>The questions that scores come from, by the current survey.</summary>
    public async Task<ScoredQuestions> QuestionsAsync(CancellationToken cancellationToken)
    {
        var known = await reference.GetAsync(cancellationToken);
        return known.Surveys.TryGetValue(known.CurrentSurveyId, out var survey)
            ? ScoredQuestions.Of(survey)
            : new ScoredQuestions("", "", "", "", "");
    }

    /// <summary>A tally for each store with answers.</summary>
    public async Task<IReadOnlyDictionary<int, Tally>> ByStoreAsync(Selection selection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var asked = await QuestionsAsync(cancellationToken);
        return await TallyAsync(
            from response in selection.Submitted(db)
            join answer in db.Answers on response.Id equals answer.ResponseId
            where answer.Question == asked.Recommend || answer.Question == asked.Satisfaction || answer.Question == asked.Ease
            select new Scored<int> { Key = response.StoreNumber, Question = answer.Question, Score = answer.Score },
            asked,
            cancellationToken);
    }

    /// <summary>A tally for each day with answers; without those about ease.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, Tally>> ByDayAsync(Selection selection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var asked = await QuestionsAsync(cancellationToken);
        return await TallyAsync(
            from response in selection.Submitted(db)
            join answer in db.Answers on response.Id equals answer.ResponseId
            where answer.Question == asked.Recommend || answer.Question == asked.Satisfaction
            select new Scored<DateOnly> { Key = response.SubmittedOn!.Value, Question = answer.Question, Score = answer.Score },
            asked,
            cancellationToken);
    }

    /// <summary>Of each touchpoint that was scored: how many were satisfied, of how many.</summary>
    public async Task<IReadOnlyDictionary<string, Part>> ByTouchpointAsync(Selection selection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var asked = await QuestionsAsync(cancellationToken);
        return await (
            from response in selection.Submitted(db)
            join answer in db.Answers on response.Id equals answer.ResponseId
            where answer.Question == asked.Touchpoints && answer.Score != null
            group answer by answer.Touchpoint into same
            select new { same.Key, Satisfied = same.Count(a => a.Score >= Metrics.LowestSatisfied), Times = same.Count() })
            .ToDictionaryAsync(t => t.Key, t => new Part(t.Satisfied, t.Times), cancellationToken);
    }

    /// <summary>How many responses each store has, and how many of them the demo made.</summary>
    public async Task<IReadOnlyDictionary<int, ResponseCount>> ResponsesAsync(Selection selection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selection);
        return await (
            from response in selection.Submitted(db)
            group response by response.StoreNumber into same
            select new { same.Key, All = same.Count(), Generated = same.Count(r => r.IsGenerated) })
            .ToDictionaryAsync(s => s.Key, s => new ResponseCount(s.All, s.Generated), cancellationToken);
    }

    /// <summary>How many receipts each store has of the period's business days.</summary>
    public async Task<IReadOnlyDictionary<int, int>> ReceiptsAsync(Selection selection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var (from, to) = (selection.Period.From, selection.Period.To);
        var receipts = db.Receipts.AsNoTracking().Where(r => r.BusinessDay >= from && r.BusinessDay <= to);
        return await (selection.Store is { } store ? receipts.Where(r => r.StoreNumber == store) : receipts)
            .GroupBy(r => r.StoreNumber)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
    }

    /// <summary>Responses that were begun in the period and are not sent: still being answered, or left.</summary>
    internal IQueryable<Response> Open(Selection selection)
    {
        var from = Zone.StartOf(selection.Period.From, chain.TimeZone);
        var to = Zone.StartOf(selection.Period.To.AddDays(1), chain.TimeZone);
        var open = db.Responses.AsNoTracking().Where(r => r.SubmittedOn == null && r.StartedAt >= from && r.StartedAt < to);
        return selection.Store is { } store ? open.Where(r => r.StoreNumber == store) : open;
    }

    private static async Task<IReadOnlyDictionary<TKey, Tally>> TallyAsync<TKey>(
        IQueryable<Scored<TKey>> answers, ScoredQuestions asked, CancellationToken cancellationToken)
        where TKey : notnull
    {
        var lines = await answers
            .Where(a => a.Score != null)
            .GroupBy(a => new { a.Key, a.Question, a.Score })
            .Select(g => new { g.Key.Key, g.Key.Question, Score = g.Key.Score!.Value, Times = g.Count() })
            .ToListAsync(cancellationToken);
        return lines.GroupBy(l => l.Key).ToDictionary(
            g => g.Key, g => new Tally(g.Select(l => new TallyLine(asked.KindOf(l.Question), l.Score, l.Times))));
    }

    private sealed record Scored<TKey>
    {
        public required TKey Key { get; init; }

        public required string Question { get; init; }

        public required int? Score { get; init; }
    }
}

/// <summary>Responses that were sent.</summary>
/// <param name="All">All of them.</param>
/// <param name="Generated">Those made for the demonstration, not by a shopper.</param>
public readonly record struct ResponseCount(int All, int Generated)
{
    /// <summary>Both together.</summary>
    public static ResponseCount Sum(IEnumerable<ResponseCount> counts) =>
        counts.Aggregate(default(ResponseCount), (sum, one) => new ResponseCount(sum.All + one.All, sum.Generated + one.Generated));
}
