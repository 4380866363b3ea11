namespace Rewards.Domain.Surveys;

/// <summary>What a question asks for, and so which answers are good.</summary>
public enum QuestionKind
{
    /// <summary>Likelihood to recommend, 0–10 (NPS).</summary>
    Recommend,

    /// <summary>Satisfaction, 1–5 (CSAT).</summary>
    Satisfaction,

    /// <summary>Agreement that it was easy, 1–7 (CES 2.0).</summary>
    Ease,

    /// <summary>Which touchpoints were visited; asked only where the receipt does not say.</summary>
    Visited,

    /// <summary>Satisfaction 1–5 with each touchpoint of the receipt.</summary>
    Touchpoints,

    /// <summary>Free text.</summary>
    Comment,

    /// <summary>Yes or no: whether the chain may write back.</summary>
    MayContact,

    /// <summary>E-mail and loyalty card: the last page, which sends the response.</summary>
    Contact,
}

/// <summary>One thing a survey asks.</summary>
/// <param name="Key">Lower-case words joined by hyphens: the question's name in addresses, answers and metrics.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Text">The question itself; <c>{store}</c> stands for the store's name.</param>
/// <param name="Hint">A line below it, if any.</param>
/// <param name="Low">What the lowest score means; null where there is no scale.</param>
/// <param name="High">What the highest score means; null where there is no scale.</param>
public sealed record Question(
    string Key, QuestionKind Kind, LocalizedText Text, LocalizedText? Hint = null, LocalizedText? Low = null, LocalizedText? High = null)
{
    /// <summary>The lowest and highest score, null where the question has no scale.</summary>
    public (int Lowest, int Highest)? Scale => Kind switch
    {
        QuestionKind.Recommend => (0, 10),
        QuestionKind.Satisfaction or QuestionKind.Touchpoints => (1, 5),
        QuestionKind.Ease => (1, 7),
        _ => null,
    };
}

/// <summary>One version of a questionnaire. A published version never changes.</summary>
/// <param name="Key">The survey's name, the same over all versions.</param>
/// <param name="Title">What it is called in the office.</param>
/// <param name="Touchpoints">Every touchpoint that can be asked about, with its name in each language.</param>
/// <param name="Questions">In the order asked; the last is of kind <see cref="QuestionKind.Contact"/>.</param>
public sealed record Survey(
    string Key, LocalizedText Title, IReadOnlyDictionary<string, LocalizedText> Touchpoints, IReadOnlyList<Question> Questions)
{
    /// <summary>What is asked of a shopper whose touchpoints are known from the receipt, or are not.</summary>
    public IReadOnlyList<Question> QuestionsFor(bool touchpointsKnownFromReceipt) =>
        touchpointsKnownFromReceipt ? [.. Questions.Where(q => q.Kind != QuestionKind.Visited)] : Questions;

    /// <summary>A touchpoint's name; one the survey has no name for is shown as the till wrote it.</summary>
    public string TouchpointName(string touchpoint, string language) =>
        Touchpoints.TryGetValue(touchpoint, out var name) ? name.In(language) : touchpoint;
}
