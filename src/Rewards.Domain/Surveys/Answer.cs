namespace Rewards.Domain.Surveys;

/// <summary>
/// One answer: a score, a text, or neither (skipped, or "I do not know": out of every denominator, docs/metrics.md).
/// </summary>
public sealed class Answer
{
    /// <summary>The longest comment, in UTF-16 units.</summary>
    public const int TextLength = 2000;

    /// <summary>The longest name of a touchpoint.</summary>
    public const int TouchpointLength = 40;

    private Answer()
    {
    }

    /// <summary>Takes an answer down.</summary>
    /// <param name="responseId">The response it belongs to.</param>
    /// <param name="question">The question's key.</param>
    /// <param name="touchpoint">The touchpoint it scores; empty for a question about the whole visit.</param>
    /// <param name="score">Within the question's scale; null for none.</param>
    /// <param name="text">At most <see cref="TextLength"/>; null for none.</param>
    public Answer(Guid responseId, string question, string touchpoint, int? score, string? text)
    {
        ResponseId = responseId;
        Question = question;
        Touchpoint = touchpoint;
        Score = score;
        Text = text;
    }

    /// <summary>The response it belongs to.</summary>
    public Guid ResponseId { get; private set; }

    /// <summary>The question's key.</summary>
    public string Question { get; private set; } = "";

    /// <summary>The touchpoint it scores; empty for a question about the whole visit.</summary>
    public string Touchpoint { get; private set; } = "";

    /// <summary>Within the question's scale; null for none.</summary>
    public int? Score { get; private set; }

    /// <summary>What was written.</summary>
    public string? Text { get; private set; }

    /// <summary>Answers again: Back works until the response is sent.</summary>
    public void Change(int? score, string? text)
    {
        Score = score;
        Text = text;
    }
}

/// <summary>A version of a survey as stored: its definition never changes once published.</summary>
public sealed class SurveyVersion
{
    private SurveyVersion()
    {
    }

    /// <summary>Publishes a version.</summary>
    /// <param name="surveyKey">The survey's name.</param>
    /// <param name="number">Counted from 1.</param>
    /// <param name="definition">The survey as JSON.</param>
    /// <param name="publishedAt">UTC.</param>
    public SurveyVersion(string surveyKey, int number, string definition, DateTime publishedAt)
    {
        SurveyKey = surveyKey;
        Number = number;
        Definition = definition;
        PublishedAt = publishedAt;
    }

    /// <summary>Given by the database.</summary>
    public int Id { get; private set; }

    /// <summary>The survey's name.</summary>
    public string SurveyKey { get; private set; } = "";

    /// <summary>Counted from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The <see cref="Survey"/> as JSON.</summary>
    public string Definition { get; private set; } = "";

    /// <summary>UTC; the newest version is the one new responses begin with.</summary>
    public DateTime PublishedAt { get; private set; }
}
