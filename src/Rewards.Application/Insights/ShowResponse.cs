using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Promotions;
using Rewards.Domain.Surveys;

namespace Rewards.Application.Insights;

/// <summary>One response as the office sees it: every answer, what was given for it and what was not, and why.</summary>
public sealed class ShowResponse(RewardsDb db, ReferenceData reference)
{
    /// <summary>Finds it; null where there is none, or it was not sent.</summary>
    public async Task<ResponseDetails?> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await (
            from response in db.Responses.AsNoTracking()
            where response.Id == id && response.SubmittedAt != null
            from shopper in db.Shoppers.Where(s => s.Id == response.ShopperId).DefaultIfEmpty()
            select new
            {
                response.StoreNumber,
                response.SurveyVersionId,
                response.Touchpoints,
                response.TouchpointsFromReceipt,
                response.Language,
                response.StartedAt,
                SubmittedAt = response.SubmittedAt!.Value,
                response.Reference,
                response.MayContact,
                response.ShopperId,
                Email = response.MayContact == true ? shopper.Email : null,
                response.IsGenerated,
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var answers = await db.Answers.AsNoTracking().Where(a => a.ResponseId == id).ToListAsync(cancellationToken);
        var awards = await (
            from award in db.Awards.AsNoTracking()
            where award.ResponseId == id
            join promotion in db.Promotions on award.PromotionId equals promotion.Id
            orderby promotion.Id
            select new GivenAward(promotion.Name, award.Kind, award.Status, award.Amount, new Why(award.Reason, award.ReasonNumber, award.ReasonDays), award.HeldUntil))
            .ToListAsync(cancellationToken);
        var survey = (await reference.GetAsync(cancellationToken)).Surveys[found.SurveyVersionId];
        return new ResponseDetails(
            found.StoreNumber,
            found.Language,
            found.StartedAt,
            found.SubmittedAt,
            found.Reference!,
            found.MayContact,
            found.ShopperId,
            found.Email,
            found.IsGenerated,
            survey,
            InOrder(survey, found.TouchpointsFromReceipt, answers),
            found.Touchpoints.Split('|', StringSplitOptions.RemoveEmptyEntries),
            awards);
    }

    private static List<QuestionAnswers> InOrder(Survey survey, bool touchpointsFromReceipt, List<Answer> answers)
    {
        var byQuestion = answers.ToLookup(a => a.Question);
        return
        [
            .. survey.QuestionsFor(touchpointsFromReceipt)
                .Where(q => byQuestion.Contains(q.Key))
                .Select(q => new QuestionAnswers(q, [.. byQuestion[q.Key].OrderBy(a => a.Touchpoint, StringComparer.Ordinal)])),
        ];
    }
}

/// <summary>A response.</summary>
/// <param name="Store">The store's number.</param>
/// <param name="Language">Two letters.</param>
/// <param name="StartedAt">First answer, UTC.</param>
/// <param name="SubmittedAt">When it was sent, UTC.</param>
/// <param name="Reference">What the shopper can quote.</param>
/// <param name="MayContact">Whether the shopper may be written to; null where not answered.</param>
/// <param name="ShopperId">Whose it is; null where neither an e-mail address nor a card was left.</param>
/// <param name="Email">Only where the shopper may be written to.</param>
/// <param name="IsGenerated">Made for the demonstration.</param>
/// <param name="Survey">The version that was answered.</param>
/// <param name="Answers">In the order asked.</param>
/// <param name="Touchpoints">What the visit was about.</param>
/// <param name="Awards">In order of the promotions, also what was not given.</param>
public sealed record ResponseDetails(
    int Store,
    string Language,
    DateTime StartedAt,
    DateTime SubmittedAt,
    string Reference,
    bool? MayContact,
    Guid? ShopperId,
    string? Email,
    bool IsGenerated,
    Survey Survey,
    IReadOnlyList<QuestionAnswers> Answers,
    IReadOnlyList<string> Touchpoints,
    IReadOnlyList<GivenAward> Awards);

/// <summary>What was answered to a question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answers">One, or one a touchpoint.</param>
public sealed record QuestionAnswers(Question Question, IReadOnlyList<Answer> Answers);

/// <summary>What a promotion gave, or did not.</summary>
/// <param name="Promotion">As the office calls it.</param>
/// <param name="Kind">What it gives.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Amount">Points, entries, or cents; 0 where not given.</param>
/// <param name="Why">Why.</param>
/// <param name="HeldUntil">UTC; of a held one.</param>
public sealed record GivenAward(
    string Promotion, AwardKind Kind, AwardStatus Status, int Amount, Why Why, DateTime? HeldUntil);
