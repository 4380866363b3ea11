using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Insights;

namespace Rewards.Application.Insights;

/// <summary>Satisfaction with each touchpoint, and where in the survey shoppers stop.</summary>
public sealed class ShowTouchpoints(RewardsDb db, CountAnswers count, ReferenceData reference)
{
    /// <summary>
    /// Every touchpoint that was scored in the period, best first; after them those with too few answers to be ranked.
    /// </summary>
    public async Task<IReadOnlyList<TouchpointScore>> ScoresAsync(Selection selection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var before = await count.ByTouchpointAsync(selection.Before, cancellationToken);
        var scores =
            from touchpoint in await count.ByTouchpointAsync(selection, cancellationToken)
            let figure = Figure.OfShare(touchpoint.Value, before.GetValueOrDefault(touchpoint.Key))
            orderby figure.Score is { IsRanked: true } descending, figure.Score is { IsShown: true } descending, figure.Score?.Value descending, touchpoint.Key
            select new TouchpointScore(touchpoint.Key, figure);
        return [.. scores];
    }

    /// <summary>Where shoppers stopped who began in the period, by the current survey.</summary>
    public async Task<IReadOnlyList<DropOff>> DropOffAsync(Selection selection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var known = await reference.GetAsync(cancellationToken);
        return known.Surveys.TryGetValue(known.CurrentSurveyId, out var survey)
            ? DropOff.Of(survey.Questions, await WaysAsync(selection, MayContactKey(survey), cancellationToken))
            : [];
    }

    private static string MayContactKey(Domain.Surveys.Survey survey) =>
        survey.Questions.FirstOrDefault(q => q.Kind == Domain.Surveys.QuestionKind.MayContact)?.Key ?? "";

    private async Task<List<SurveyWay>> WaysAsync(Selection selection, string mayContact, CancellationToken cancellationToken)
    {
        var sent = await selection.Submitted(db)
            .GroupBy(r => new { r.TouchpointsFromReceipt, HasTouchpoints = r.Touchpoints != "" })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var open = await count.Open(selection)
            .GroupBy(r => new { r.TouchpointsFromReceipt, HasTouchpoints = r.Touchpoints != "" })
            .Select(g => new { g.Key, Count = g.Count(), MayContact = g.Count(r => r.MayContact != null) })
            .ToListAsync(cancellationToken);
        var answered = await (
            from response in count.Open(selection)
            join answer in db.Answers on response.Id equals answer.ResponseId
            group response by new { response.TouchpointsFromReceipt, HasTouchpoints = response.Touchpoints != "", answer.Question } into same
            select new { same.Key, Count = same.Select(r => r.Id).Distinct().Count() })
            .ToListAsync(cancellationToken);
        return
        [
            .. sent.Select(s => s.Key).Union(open.Select(o => o.Key)).Select(way => new SurveyWay(
                way.TouchpointsFromReceipt,
                way.HasTouchpoints,
                sent.Where(s => s.Key.Equals(way)).Sum(s => s.Count),
                open.Where(o => o.Key.Equals(way)).Sum(o => o.Count),
                answered.Where(a => a.Key.TouchpointsFromReceipt == way.TouchpointsFromReceipt && a.Key.HasTouchpoints == way.HasTouchpoints)
                    .Select(a => KeyValuePair.Create(a.Key.Question, a.Count))
                    .Append(KeyValuePair.Create(mayContact, open.Where(o => o.Key.Equals(way)).Sum(o => o.MayContact)))
                    .ToDictionary())),
        ];
    }
}

/// <summary>Satisfaction with one touchpoint.</summary>
/// <param name="Touchpoint">As the till writes it.</param>
/// <param name="Csat">How many of its answers are 4 and 5, and how that moved.</param>
public sealed record TouchpointScore(string Touchpoint, Figure Csat);
