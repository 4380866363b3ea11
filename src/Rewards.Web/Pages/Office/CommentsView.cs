using Rewards.Application;
using Rewards.Application.Insights;
using Rewards.Application.Localization;
using Rewards.Domain.Insights;

namespace Rewards.Web.Pages.Office;

/// <summary>Comments as they are shown.</summary>
/// <param name="Comments">Newest first.</param>
/// <param name="Known">For the names of stores and touchpoints.</param>
/// <param name="StoreLink">The page of a store; null where all are of one.</param>
public sealed record CommentsView(IReadOnlyList<Comment> Comments, ReferenceSnapshot Known, Func<int, string>? StoreLink)
{
    /// <summary>The class of a score of 0 to 10.</summary>
    public static string? BandOf(int? recommend) =>
        recommend is not { } score ? null : NpsAnswers.IsPromoter(score) ? "promoter" : NpsAnswers.IsDetractor(score) ? "detractor" : null;

    /// <summary>A store's name.</summary>
    public string StoreName(int number) => Known.Stores.TryGetValue(number, out var store) ? store.Name : $"{number}";

    /// <summary>The touchpoints of a comment, in the page's language.</summary>
    public string TouchpointNames(Comment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        var survey = Known.Surveys[comment.SurveyVersionId];
        return string.Join(", ", comment.Touchpoints.Split('|').Select(t => survey.TouchpointName(t, Texts.CurrentLanguage)));
    }
}
