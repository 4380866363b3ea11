using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Insights;

namespace Rewards.Application.Insights;

/// <summary>Responses with what was written, newest first.</summary>
public sealed class ListComments(RewardsDb db, CountAnswers count)
{
    /// <summary>How many stand on a page.</summary>
    public const int PageSize = 20;

    /// <summary>A page of them; the last one where a later is asked for.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="page">Counted from 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<CommentPage> RunAsync(CommentFilter filter, int page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var comments = Matching(filter, await count.QuestionsAsync(cancellationToken));
        var total = await comments.CountAsync(cancellationToken);
        var shown = PageNumber.Within(page, total, PageSize);
        return new CommentPage(await NewestAsync(comments, (shown - 1) * PageSize, PageSize, cancellationToken), total, shown);
    }

    /// <summary>The newest so many that have a text.</summary>
    public async Task<IReadOnlyList<Comment>> LatestAsync(Selection selection, int most, CancellationToken cancellationToken) =>
        await NewestAsync(Matching(new CommentFilter(selection), await count.QuestionsAsync(cancellationToken)), 0, most, cancellationToken);

    private static Task<List<Comment>> NewestAsync(IQueryable<Found> comments, int skip, int take, CancellationToken cancellationToken) =>
        comments
            .OrderByDescending(c => c.Day).ThenByDescending(c => c.At).ThenBy(c => c.ResponseId)
            .Skip(skip).Take(take)
            .Select(c => new Comment(c.ResponseId, c.Day, c.Store, c.Recommend, c.Text, c.Language, c.Touchpoints, c.SurveyVersionId, c.IsGenerated))
            .ToListAsync(cancellationToken);

    private IQueryable<Found> Matching(CommentFilter filter, ScoredQuestions asked)
    {
        var found =
            from response in filter.Selection.Submitted(db)
            from recommend in db.Answers
                .Where(a => a.ResponseId == response.Id && a.Question == asked.Recommend && a.Touchpoint == "").DefaultIfEmpty()
            from comment in db.Answers
                .Where(a => a.ResponseId == response.Id && a.Question == asked.Comment && a.Touchpoint == "").DefaultIfEmpty()
            select new Found
            {
                ResponseId = response.Id,
                Day = response.SubmittedOn!.Value,
                At = response.SubmittedAt!.Value,
                Store = response.StoreNumber,
                Recommend = recommend.Score,
                Text = comment.Text,
                Language = response.Language,
                Touchpoints = response.Touchpoints,
                SurveyVersionId = response.SurveyVersionId,
                IsGenerated = response.IsGenerated,
            };
        found = filter.WithTextOnly ? found.Where(f => f.Text != null && f.Text != "") : found;
        found = filter.Band switch
        {
            NpsBand.Promoters => found.Where(f => f.Recommend >= NpsAnswers.LowestPromoter),
            NpsBand.Passives => found.Where(f => f.Recommend > NpsAnswers.HighestDetractor && f.Recommend < NpsAnswers.LowestPromoter),
            NpsBand.Detractors => found.Where(f => f.Recommend <= NpsAnswers.HighestDetractor),
            null => found,
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.Band, null),
        };
        if (filter.Touchpoint.Length > 0)
        {
            var touchpoint = $"|{filter.Touchpoint}|";
            found = found.Where(f => ("|" + f.Touchpoints + "|").Contains(touchpoint));
        }

        if (filter.Text.Length > 0)
        {
            var text = filter.Text.ToLowerInvariant();
            found = found.Where(f => Sql.Lower(f.Text!).Contains(text));
        }

        return found;
    }

    private sealed record Found
    {
        public required Guid ResponseId { get; init; }

        public required DateOnly Day { get; init; }

        public required DateTime At { get; init; }

        public required int Store { get; init; }

        public required int? Recommend { get; init; }

        public required string? Text { get; init; }

        public required string Language { get; init; }

        public required string Touchpoints { get; init; }

        public required int SurveyVersionId { get; init; }

        public required bool IsGenerated { get; init; }
    }
}

/// <summary>Those who gave a score of the same kind.</summary>
public enum NpsBand
{
    /// <summary>9 and 10.</summary>
    Promoters,

    /// <summary>7 and 8.</summary>
    Passives,

    /// <summary>0 to 6.</summary>
    Detractors,
}

/// <summary>Which comments.</summary>
/// <param name="Selection">When and where.</param>
/// <param name="Band">Only these; null for all.</param>
/// <param name="WithTextOnly">Only where something was written.</param>
/// <param name="Text">Only where this was written, in any case; empty for all.</param>
/// <param name="Touchpoint">Only of visits to it; empty for all.</param>
public sealed record CommentFilter(
    Selection Selection, NpsBand? Band = null, bool WithTextOnly = true, string Text = "", string Touchpoint = "");

/// <summary>A page of comments.</summary>
/// <param name="Comments">On this page.</param>
/// <param name="Total">On all pages.</param>
/// <param name="Page">Counted from 1.</param>
public sealed record CommentPage(IReadOnlyList<Comment> Comments, int Total, int Page);

/// <summary>A response with what was written.</summary>
/// <param name="ResponseId">The response's id.</param>
/// <param name="Day">The store's business day on which it was sent.</param>
/// <param name="Store">The store's number.</param>
/// <param name="Recommend">0 to 10; null where not answered.</param>
/// <param name="Text">What was written; null for nothing.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Touchpoints">Joined by <c>|</c>.</param>
/// <param name="SurveyVersionId">The survey's version, for the names of the touchpoints.</param>
/// <param name="IsGenerated">Made for the demonstration.</param>
public sealed record Comment(
    Guid ResponseId,
    DateOnly Day,
    int Store,
    int? Recommend,
    string? Text,
    string Language,
    string Touchpoints,
    int SurveyVersionId,
    bool IsGenerated);
