using Rewards.Domain.FuelPoints;
using Rewards.Domain.Receipts;
using Rewards.Domain.Stores;
using Rewards.Domain.Surveys;

namespace Rewards.Application.Surveys;

/// <summary>A shopper with a good code, somewhere between the first question and the confirmation.</summary>
/// <param name="Known">Promotions, stores and surveys as this request sees them.</param>
/// <param name="Receipt">The receipt.</param>
/// <param name="Code">Its code in canonical form.</param>
/// <param name="Store">Its store.</param>
/// <param name="SurveyVersionId">The version it is answered by.</param>
/// <param name="Survey">That version.</param>
/// <param name="IsRegistered">Whether the receipt has a row.</param>
/// <param name="TotalCents">What was paid, where known.</param>
/// <param name="RefundedCents">What of it went back since.</param>
/// <param name="TillsCard">The card that was shown at the till, if one was.</param>
/// <param name="Touchpoints">What it is about: the receipt's departments, or as the shopper said so far.</param>
/// <param name="TouchpointsFromReceipt">Whether the till said which.</param>
/// <param name="Response">Null before the first answer; not tracked: whoever writes attaches it.</param>
/// <param name="Answers">All so far.</param>
public sealed record FeedbackSession(
    ReferenceSnapshot Known,
    ReceiptKey Receipt,
    string Code,
    Store Store,
    int SurveyVersionId,
    Survey Survey,
    bool IsRegistered,
    long? TotalCents,
    long RefundedCents,
    string? TillsCard,
    IReadOnlyList<string> Touchpoints,
    bool TouchpointsFromReceipt,
    Response? Response,
    IReadOnlyList<Answer> Answers)
{
    /// <summary>What of the receipt decides which points stay and from when.</summary>
    public PaidReceipt Paid => new(Receipt.BusinessDay, TotalCents, RefundedCents);

    /// <summary>What is asked of this shopper, in order.</summary>
    public IReadOnlyList<Question> Questions { get; } = Survey.QuestionsFor(TouchpointsFromReceipt);

    /// <summary>The first question without an answer; the last page where all have one.</summary>
    public Question NextQuestion => Questions.FirstOrDefault(q => !IsAnswered(q)) ?? Questions[^1];

    /// <summary>Whether an answer was given (also "I do not know"); the last page counts as never answered.</summary>
    public bool IsAnswered(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Kind switch
        {
            QuestionKind.Contact => false,
            QuestionKind.MayContact => Response?.MayContact is not null,
            QuestionKind.Touchpoints => Touchpoints.All(t => Answers.Any(a => a.Question == question.Key && a.Touchpoint == t)),
            _ => Answers.Any(a => a.Question == question.Key),
        };
    }

    /// <summary>The question of a key, null where the survey asks no such thing of this shopper.</summary>
    public Question? Find(string key) => Questions.FirstOrDefault(q => q.Key == key);

    /// <summary>The page before a question; null before the first.</summary>
    public Question? Before(Question question) => Neighbour(question, -1);

    /// <summary>The page after a question; null after the last.</summary>
    public Question? After(Question question) => Neighbour(question, 1);

    private Question? Neighbour(Question question, int step)
    {
        for (var i = Questions.ToList().IndexOf(question) + step; i >= 0 && i < Questions.Count; i += step)
        {
            if (Questions[i].Kind != QuestionKind.Touchpoints || Touchpoints.Count > 0)
            {
                return Questions[i];
            }
        }

        return null;
    }
}
