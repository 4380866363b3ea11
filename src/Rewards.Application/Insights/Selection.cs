using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Insights;
using Rewards.Domain.Surveys;

namespace Rewards.Application.Insights;

/// <summary>Which responses are looked at: those sent in a period, at one store or at all.</summary>
/// <param name="Period">By the stores' business days.</param>
/// <param name="Store">A store's number; null for all.</param>
public sealed record Selection(Period Period, int? Store = null)
{
    /// <summary>The same stores in the period before.</summary>
    public Selection Before => this with { Period = Period.Before };

    /// <summary>The responses themselves; the index on day and store stands under it.</summary>
    internal IQueryable<Response> Submitted(RewardsDb db)
    {
        var (from, to) = (Period.From, Period.To);
        var inPeriod = db.Responses.AsNoTracking().Where(r => r.SubmittedOn >= from && r.SubmittedOn <= to);
        return Store is { } store ? inPeriod.Where(r => r.StoreNumber == store) : inPeriod;
    }
}

/// <summary>The keys of the questions that scores come from; empty where the survey does not ask such a thing.</summary>
/// <param name="Recommend">Likelihood to recommend.</param>
/// <param name="Satisfaction">Satisfaction with the visit: the first of its kind.</param>
/// <param name="Ease">Ease.</param>
/// <param name="Touchpoints">Satisfaction with each touchpoint.</param>
/// <param name="Comment">Free text.</param>
public sealed record ScoredQuestions(string Recommend, string Satisfaction, string Ease, string Touchpoints, string Comment)
{
    /// <summary>Those of a survey.</summary>
    public static ScoredQuestions Of(Survey survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        return new ScoredQuestions(
            Key(QuestionKind.Recommend),
            Key(QuestionKind.Satisfaction),
            Key(QuestionKind.Ease),
            Key(QuestionKind.Touchpoints),
            Key(QuestionKind.Comment));

        string Key(QuestionKind kind) => survey.Questions.FirstOrDefault(q => q.Kind == kind)?.Key ?? "";
    }

    internal QuestionKind KindOf(string question) =>
        question == Recommend ? QuestionKind.Recommend
        : question == Satisfaction ? QuestionKind.Satisfaction
        : question == Ease ? QuestionKind.Ease
        : throw new ArgumentException($"'{question}' is not tallied.", nameof(question));
}
