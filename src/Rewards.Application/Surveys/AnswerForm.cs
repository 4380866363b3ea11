using System.Globalization;
using Rewards.Domain;
using Rewards.Domain.Surveys;

namespace Rewards.Application.Surveys;

/// <summary>
/// What a page or a program sent for one question, by field: <c>answer</c>, or <c>touchpoint:NAME</c> for each touchpoint.
/// Reads it into answers, or refuses with the field named.
/// </summary>
/// <param name="fields">Every field that was sent.</param>
public sealed class AnswerForm(IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
{
    /// <summary>The value that stands for "I do not know" and "I did not go there".</summary>
    public const string None = "none";

    /// <summary>The field of a question about the whole visit.</summary>
    public const string AnswerField = "answer";

    /// <summary>The field of a touchpoint.</summary>
    public static string FieldOf(string touchpoint) => "touchpoint:" + touchpoint;

    /// <summary>Reads the answers to a question.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="touchpoints">The touchpoints that were asked about, or can be chosen.</param>
    public Outcome<ReadAnswers> Read(Question question, IReadOnlyList<string> touchpoints)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (fields.Keys.FirstOrDefault(f => f.StartsWith("touchpoint:", StringComparison.Ordinal)
            && (question.Kind != QuestionKind.Touchpoints || !touchpoints.Contains(f["touchpoint:".Length..]))) is { } stray)
        {
            return new AnswerNotAChoice(stray.Length > 60 ? stray[..60] : stray);
        }

        return question.Kind switch
        {
            QuestionKind.Recommend or QuestionKind.Satisfaction or QuestionKind.Ease => ReadScore(question),
            QuestionKind.Touchpoints => ReadTouchpoints(question, touchpoints),
            QuestionKind.Visited => ReadVisited(question, touchpoints),
            QuestionKind.Comment => ReadComment(question),
            QuestionKind.MayContact => ReadMayContact(),
            QuestionKind.Contact => new QuestionUnknown(question.Key),
            _ => throw new InvalidOperationException($"No such kind of question: {question.Kind}"),
        };
    }

    private Outcome<ReadAnswers> ReadScore(Question question) =>
        Score(question, AnswerField).IsRefused(out var error, out var score)
            ? error
            : ReadAnswers.Of(new GivenAnswer(question.Key, "", score.Value, null));

    private Outcome<ReadAnswers> ReadTouchpoints(Question question, IReadOnlyList<string> touchpoints)
    {
        var answers = new List<GivenAnswer>();
        foreach (var touchpoint in touchpoints)
        {
            if (Score(question, FieldOf(touchpoint)).IsRefused(out var error, out var score))
            {
                return error;
            }

            answers.Add(new GivenAnswer(question.Key, touchpoint, score.Value, null));
        }

        return new ReadAnswers(answers, null, null);
    }

    private Outcome<ReadAnswers> ReadVisited(Question question, IReadOnlyList<string> touchpoints)
    {
        var chosen = Values(AnswerField).Distinct().ToList();
        if (chosen.Count == 0)
        {
            return new AnswerMissing(AnswerField);
        }

        var visited = chosen.Contains(None) ? [] : chosen;
        return visited.All(touchpoints.Contains)
            ? new ReadAnswers([new GivenAnswer(question.Key, "", visited.Count, null)], [.. touchpoints.Where(visited.Contains)], null)
            : new AnswerNotAChoice(AnswerField);
    }

    private Outcome<ReadAnswers> ReadComment(Question question)
    {
        var text = (Value(AnswerField) ?? "").ReplaceLineEndings("\n").Trim();
        return text switch
        {
            { Length: > Answer.TextLength } => new AnswerTooLong(AnswerField, Answer.TextLength),
            _ when !IsPlain(text) => new AnswerHasControlCharacters(AnswerField),
            _ => ReadAnswers.Of(new GivenAnswer(question.Key, "", null, text.Length == 0 ? null : text)),
        };
    }

    private Outcome<ReadAnswers> ReadMayContact() => Value(AnswerField) switch
    {
        "yes" => new ReadAnswers([], null, true),
        "no" => new ReadAnswers([], null, false),
        null or "" => new AnswerMissing(AnswerField),
        _ => new AnswerNotAChoice(AnswerField),
    };

    private Outcome<ScoreOrNone> Score(Question question, string field)
    {
        var (lowest, highest) = question.Scale!.Value;
        return Value(field) switch
        {
            null or "" => new AnswerMissing(field),
            None => new ScoreOrNone(null),
            { Length: <= 2 } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var score)
                && score >= lowest && score <= highest => new ScoreOrNone(score),
            _ => new AnswerOutOfRange(field, lowest, highest),
        };
    }

    private string? Value(string field) => Values(field) is [var only] ? only : null;

    private IReadOnlyList<string> Values(string field) => fields.TryGetValue(field, out var values) ? values : [];

    /// <summary>Whether a text has only what can be typed and shown: no control characters but line ends, no half surrogates.</summary>
    private static bool IsPlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || (char.IsControl(text[i]) && text[i] is not ('\n' or '\t')))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record ScoreOrNone(int? Value);
}

/// <summary>What was read from a form.</summary>
/// <param name="Answers">To be kept as answers.</param>
/// <param name="Visited">The touchpoints the shopper visited, where that was asked.</param>
/// <param name="MayContact">Whether the shopper may be written to, where that was asked.</param>
public sealed record ReadAnswers(IReadOnlyList<GivenAnswer> Answers, IReadOnlyList<string>? Visited, bool? MayContact)
{
    /// <summary>One answer.</summary>
    public static ReadAnswers Of(GivenAnswer answer) => new([answer], null, null);
}
