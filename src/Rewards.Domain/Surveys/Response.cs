namespace Rewards.Domain.Surveys;

/// <summary>
/// One shopper's pass through a survey: begun with the first answer, sent once. There is one a receipt (a unique index holds
/// it), and <see cref="Version"/> decides between two devices that send it at the same time.
/// </summary>
public sealed class Response
{
    private Response()
    {
    }

    /// <summary>Begins a response.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="receiptId">The receipt it answers for.</param>
    /// <param name="storeNumber">The receipt's store.</param>
    /// <param name="surveyVersionId">The version that was current when it began; it stays that one.</param>
    /// <param name="touchpoints">The receipt's departments, joined by <c>|</c>; empty where unknown.</param>
    /// <param name="language">The page's language.</param>
    /// <param name="startedAt">UTC.</param>
    public Response(Guid id, long receiptId, int storeNumber, int surveyVersionId, string touchpoints, string language, DateTime startedAt)
    {
        Id = id;
        ReceiptId = receiptId;
        StoreNumber = storeNumber;
        SurveyVersionId = surveyVersionId;
        Touchpoints = touchpoints;
        TouchpointsFromReceipt = touchpoints.Length > 0;
        Language = language;
        StartedAt = startedAt;
    }

    /// <summary>Also the secret that a device which took part holds: with the code it opens the confirmation.</summary>
    public Guid Id { get; private set; }

    /// <summary>The receipt it answers for; unique.</summary>
    public long ReceiptId { get; private set; }

    /// <summary>The receipt's store, here for SQL to group by.</summary>
    public int StoreNumber { get; private set; }

    /// <summary>The survey's version it began with.</summary>
    public int SurveyVersionId { get; private set; }

    /// <summary>The touchpoints it is about, joined by <c>|</c>: of the receipt, or as the shopper said.</summary>
    public string Touchpoints { get; private set; } = "";

    /// <summary>Whether the till said which touchpoints were visited, so that the shopper is not asked.</summary>
    public bool TouchpointsFromReceipt { get; private set; }

    /// <summary>The language it is answered in, two letters.</summary>
    public string Language { get; private set; } = "";

    /// <summary>First answer, UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>When it was sent, UTC; null while it is being answered.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>The store's business day of <see cref="SubmittedAt"/>, here for SQL to group by.</summary>
    public DateOnly? SubmittedOn { get; private set; }

    /// <summary>What the shopper is given to claim held awards with; unique; null until sent.</summary>
    public string? Reference { get; private set; }

    /// <summary>Whether the shopper may be written to about it; null where not answered.</summary>
    public bool? MayContact { get; private set; }

    /// <summary>The person it belongs to; null where none was left.</summary>
    public Guid? ShopperId { get; private set; }

    /// <summary>The way it came in.</summary>
    public Channel Channel { get; private set; } = Channel.Receipt;

    /// <summary>Made by the demo, not by a shopper: shown as such wherever it counts.</summary>
    public bool IsGenerated { get; private set; }

    /// <summary>Concurrency token, counted up by every change.</summary>
    public int Version { get; private set; }

    /// <summary>Notes that a page was answered, and what of it stands here rather than among the answers.</summary>
    /// <param name="visited">The touchpoints visited, where that was asked; ignored where the receipt says it.</param>
    /// <param name="mayContact">Whether the shopper may be written to, where that was asked.</param>
    public void TakeAnswer(IReadOnlyList<string>? visited, bool? mayContact)
    {
        Touchpoints = visited is null || TouchpointsFromReceipt ? Touchpoints : string.Join('|', visited);
        MayContact = mayContact ?? MayContact;
        Version++;
    }

    /// <summary>Sends it. Whoever saves this first wins; the other's save fails on <see cref="Version"/>.</summary>
    /// <param name="reference">A fresh <see cref="ResponseReference"/>.</param>
    /// <param name="shopperId">The person, if one was left.</param>
    /// <param name="at">UTC.</param>
    /// <param name="on">The store's business day at that instant.</param>
    public void Submit(string reference, Guid? shopperId, DateTime at, DateOnly on)
    {
        if (SubmittedAt is not null)
        {
            throw new InvalidOperationException("A response is sent once; the use case looks first.");
        }

        Reference = reference;
        ShopperId = shopperId;
        SubmittedAt = at;
        SubmittedOn = on;
        Version++;
    }

    /// <summary>Gives a response that was sent without a person to one.</summary>
    public void ClaimFor(Guid shopperId)
    {
        if (ShopperId is not null)
        {
            throw new InvalidOperationException("The response has a person; the use case looks first.");
        }

        ShopperId = shopperId;
        Version++;
    }

    /// <summary>Notes the way it came in, where that was not a receipt's code in a browser.</summary>
    public void ComesBy(Channel channel) => Channel = channel;

    /// <summary>Counts <see cref="Version"/> up: what is saved with it is decided against everything else of this response.</summary>
    public void Touch() => Version++;

    /// <summary>Marks it as made by the demo.</summary>
    public void MarkGenerated() => IsGenerated = true;
}
