using Rewards.Domain.Surveys;

namespace Rewards.Domain.Insights;

/// <summary>How often each score was given to the three questions about the whole visit; the chain's scores come from it.</summary>
public sealed class Tally
{
    private readonly int[] _recommend = new int[11];
    private readonly int[] _satisfaction = new int[5];
    private readonly int[] _ease = new int[7];

    /// <summary>Counts.</summary>
    /// <param name="lines">Scores with how often they were given; the same score may come more than once.</param>
    /// <exception cref="ArgumentException">A question without such a score, or a score off its scale.</exception>
    public Tally(IEnumerable<TallyLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        foreach (var line in lines)
        {
            var (scores, lowest) = line.Question switch
            {
                QuestionKind.Recommend => (_recommend, 0),
                QuestionKind.Satisfaction => (_satisfaction, 1),
                QuestionKind.Ease => (_ease, 1),
                _ => throw new ArgumentException($"{line.Question} is not tallied.", nameof(lines)),
            };
            if (line.Score < lowest || line.Score >= lowest + scores.Length)
            {
                throw new ArgumentException($"{line.Score} is off the scale of {line.Question}.", nameof(lines));
            }

            scores[line.Score - lowest] += line.Times;
        }
    }

    /// <summary>Nobody has answered anything.</summary>
    public static Tally Empty { get; } = new([]);

    /// <summary>Answers to "would you recommend us".</summary>
    public NpsAnswers Recommend
    {
        get
        {
            var (promoters, detractors) = (Times(_recommend, NpsAnswers.IsPromoter), Times(_recommend, NpsAnswers.IsDetractor));
            return new NpsAnswers(promoters, _recommend.Sum() - promoters - detractors, detractors);
        }
    }

    /// <summary>Those who were satisfied, of all who answered that.</summary>
    public Part Satisfied => new(Times(_satisfaction, place => place + 1 >= Metrics.LowestSatisfied), _satisfaction.Sum());

    /// <summary>Those who found it easy, of all who answered that.</summary>
    public Part Easy => new(Times(_ease, place => place + 1 >= Metrics.LowestEasy), _ease.Sum());

    /// <summary>Net Promoter Score; null without answers.</summary>
    public Score? Nps => Metrics.Nps(Recommend);

    /// <summary>Customer satisfaction in per cent; null without answers.</summary>
    public Score? Csat => Metrics.Csat(Satisfied.Count, Satisfied.Of);

    /// <summary>Customer effort; null without answers.</summary>
    public EffortScore? Ces => Metrics.Ces(_ease);

    /// <summary>Several tallies as one.</summary>
    public static Tally Sum(IEnumerable<Tally> tallies)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        return new Tally(tallies.SelectMany(t => t.Lines()));
    }

    private static int Times(int[] scores, Func<int, bool> counts) => scores.Where((_, place) => counts(place)).Sum();

    private IEnumerable<TallyLine> Lines() =>
    [
        .. _recommend.Select((times, score) => new TallyLine(QuestionKind.Recommend, score, times)),
        .. _satisfaction.Select((times, place) => new TallyLine(QuestionKind.Satisfaction, place + 1, times)),
        .. _ease.Select((times, place) => new TallyLine(QuestionKind.Ease, place + 1, times)),
    ];
}

/// <summary>A score and how often it was given.</summary>
/// <param name="Question">Recommend, Satisfaction or Ease.</param>
/// <param name="Score">On the question's scale.</param>
/// <param name="Times">How often.</param>
public readonly record struct TallyLine(QuestionKind Question, int Score, int Times);

/// <summary>Some of so many.</summary>
/// <param name="Count">How many of them.</param>
/// <param name="Of">Of how many; not fewer.</param>
public readonly record struct Part(int Count, int Of)
{
    /// <summary>As a share in per cent; null of none.</summary>
    public Score? Share => Metrics.Share(Count, Of);
}
