using Rewards.Data;
using Rewards.Domain.Receipts;
using Rewards.Domain.Surveys;

namespace Rewards.Testing;

/// <summary>
/// A response as a test needs it in the database: for reads over many of them, where every step of giving it does not matter.
/// </summary>
/// <param name="Store">The store.</param>
/// <param name="Day">The store's business day it was sent on; of an open one the day it was begun.</param>
public sealed record Visit(int Store, DateOnly Day)
{
    // Above those of the codes that tests print (PortalForTests): no visit is ever a receipt of theirs.
    private const int FirstRegister = 32;

    private static int _transactions;

    /// <summary>0 to 10; null for "I do not know".</summary>
    public int? Recommend { get; init; }

    /// <summary>1 to 5.</summary>
    public int? Satisfaction { get; init; }

    /// <summary>1 to 7.</summary>
    public int? Ease { get; init; }

    /// <summary>Touchpoints with their scores.</summary>
    public IReadOnlyList<(string Touchpoint, int? Score)> Touchpoints { get; init; } = [];

    /// <summary>What was written.</summary>
    public string? Comment { get; init; }

    /// <summary>Two letters.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Begun and not sent: the questions that were answered, in order; null for a response that was sent.</summary>
    public IReadOnlyList<string>? OpenAfter { get; init; }

    /// <summary>Made for the demonstration.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>Several times the same.</summary>
    public IEnumerable<Visit> Times(int times) => Enumerable.Repeat(this, times);

    /// <summary>Puts it into the database, to be saved.</summary>
    /// <returns>The response's id.</returns>
    internal Guid AddTo(RewardsDb db, int surveyVersionId)
    {
        var number = Interlocked.Increment(ref _transactions);
        if (!ReceiptKey.TryCreate(Store, Day, FirstRegister + (number >> 12), number & ReceiptKey.MaxTransaction, out var key))
        {
            throw new InvalidOperationException("More than a day of tests can have.");
        }

        var noon = Day.ToDateTime(new TimeOnly(17, 0), DateTimeKind.Utc);
        var response = new Response(
            Guid.CreateVersion7(noon), key.Id, Store, surveyVersionId, string.Join('|', Touchpoints.Select(t => t.Touchpoint)), Language, noon);
        if (OpenAfter is null)
        {
            response.Submit(ResponseReference.Create(), null, noon.AddMinutes(3), Day);
        }

        if (IsGenerated)
        {
            response.MarkGenerated();
        }

        db.Receipts.Add(Receipt.FromCode(key));
        db.Responses.Add(response);
        db.Answers.AddRange(Answers(response.Id).Where(a => OpenAfter?.Contains(a.Question) != false));
        return response.Id;
    }

    private IEnumerable<Answer> Answers(Guid id) =>
    [
        new(id, "recommend", "", Recommend, null),
        new(id, "satisfaction", "", Satisfaction, null),
        .. Touchpoints.Select(t => new Answer(id, "departments", t.Touchpoint, t.Score, null)),
        new(id, "ease", "", Ease, null),

        // Of the same kind as satisfaction, and never counted as it.
        new(id, "friendliness", "", 1, null),
        new(id, "comment", "", null, Comment),
    ];
}

/// <summary>Puts responses into the database.</summary>
public static class VisitsForTests
{
    /// <summary>All of them, in one go.</summary>
    /// <returns>Their ids, in order.</returns>
    public static Task<IReadOnlyList<Guid>> HasAsync(this PortalForTests portal, params IEnumerable<Visit> visits)
    {
        ArgumentNullException.ThrowIfNull(portal);
        return portal.InDatabaseAsync<IReadOnlyList<Guid>>(async db =>
        {
            var ids = visits.Select(v => v.AddTo(db, db.SurveyVersions.Max(v => v.Id))).ToList();
            await db.SaveChangesAsync();
            return ids;
        });
    }
}
