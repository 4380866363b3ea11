using Rewards.Domain.Surveys;

namespace Rewards.Domain.Insights;

/// <summary>Where shoppers stop: of a question, how many left there, of how many reached it (docs/metrics.md, Rates).</summary>
/// <param name="Question">The question.</param>
/// <param name="Left">Those who left there, of those who reached it.</param>
public sealed record DropOff(Question Question, Part Left)
{
    /// <summary>Follows every way through a survey. A question that nobody reached is left out.</summary>
    /// <param name="questions">All questions of the survey, in order.</param>
    /// <param name="ways">The ways that shoppers took.</param>
    public static IReadOnlyList<DropOff> Of(IReadOnlyList<Question> questions, IReadOnlyCollection<SurveyWay> ways)
    {
        ArgumentNullException.ThrowIfNull(questions);
        var steps = ways.SelectMany(way => Follow(questions, way)).ToLookup(s => s.Question, s => s.Left);
        return
        [
            .. questions
                .Select(q => new DropOff(q, new Part(steps[q].Sum(p => p.Count), steps[q].Sum(p => p.Of))))
                .Where(d => d.Left.Of > 0),
        ];
    }

    private static IEnumerable<DropOff> Follow(IReadOnlyList<Question> questions, SurveyWay way)
    {
        var here = way.Open;
        foreach (var question in questions.Where(way.Asks))
        {
            // Whoever answers out of order is counted where the order is first left.
            var goOn = Math.Min(here, way.Answered.GetValueOrDefault(question.Key));
            yield return new DropOff(question, new Part(here - goOn, way.Sent + here));
            here = goOn;
        }
    }
}

/// <summary>Shoppers who were asked the same questions.</summary>
/// <param name="TouchpointsKnown">Whether the receipt said which touchpoints were visited.</param>
/// <param name="HasTouchpoints">Whether there are touchpoints to score.</param>
/// <param name="Sent">Those who sent their response: they reached every question.</param>
/// <param name="Open">Those who have begun and not sent.</param>
/// <param name="Answered">Of those, how many answered each question; nothing for the last page, which sends.</param>
public sealed record SurveyWay(
    bool TouchpointsKnown, bool HasTouchpoints, int Sent, int Open, IReadOnlyDictionary<string, int> Answered)
{
    internal bool Asks(Question question) => question.Kind switch
    {
        QuestionKind.Visited => !TouchpointsKnown,
        QuestionKind.Touchpoints => HasTouchpoints,
        _ => true,
    };
}
