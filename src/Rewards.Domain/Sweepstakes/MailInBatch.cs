namespace Rewards.Domain.Sweepstakes;

/// <summary>Where a batch of cards stands.</summary>
public enum MailInStatus
{
    /// <summary>Cards are being typed.</summary>
    Typing = 1,

    /// <summary>It waits for another person, who holds each card beside it.</summary>
    Submitted = 2,

    /// <summary>Each card was accepted or struck.</summary>
    Checked = 3,
}

/// <summary>
/// Free entries that came by mail: typed by one person in the office, checked card by card by another. Its <see cref="Version"/>
/// decides between two at once.
/// </summary>
public sealed class MailInBatch
{
    /// <summary>The most cards of one: a page that one person can check in a sitting.</summary>
    public const int MostCards = 50;

    private MailInBatch()
    {
    }

    /// <summary>Starts one.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="sweepstakesId">Into which.</param>
    /// <param name="typedBy">By whom.</param>
    /// <param name="startedAt">UTC.</param>
    public MailInBatch(Guid id, int sweepstakesId, Guid typedBy, DateTime startedAt)
    {
        Id = id;
        SweepstakesId = sweepstakesId;
        TypedBy = typedBy;
        StartedAt = startedAt;
        Status = MailInStatus.Typing;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>Into which.</summary>
    public int SweepstakesId { get; private set; }

    /// <summary>Where it stands.</summary>
    public MailInStatus Status { get; private set; }

    /// <summary>Who types the cards.</summary>
    public Guid TypedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Who checked them: another person.</summary>
    public Guid? CheckedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? CheckedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Counts <see cref="Version"/> up: a card was added or taken out.</summary>
    public void Touch() => Version++;

    /// <summary>Hands it to another person.</summary>
    public void Submit(DateTime at)
    {
        Turn(MailInStatus.Typing, MailInStatus.Submitted);
        SubmittedAt = at;
    }

    /// <summary>Closes it.</summary>
    public void Check(Guid by, DateTime at)
    {
        if (by == TypedBy)
        {
            throw new InvalidOperationException("Another person checks it; the use case looks first.");
        }

        Turn(MailInStatus.Submitted, MailInStatus.Checked);
        (CheckedBy, CheckedAt) = (by, at);
    }

    private void Turn(MailInStatus from, MailInStatus to)
    {
        Status = Status == from ? to : throw new InvalidOperationException($"A batch that is {Status} does not become {to}.");
        Version++;
    }
}

/// <summary>What became of a card.</summary>
public enum MailInOutcome
{
    /// <summary>Not checked yet.</summary>
    None = 0,

    /// <summary>It is an entry: the free entry has the card's id.</summary>
    Entered = 1,

    /// <summary>Struck by whoever checked it.</summary>
    Struck = 2,

    /// <summary>Accepted, and refused by the rules.</summary>
    Refused = 3,
}

/// <summary>A card as it was typed. What is on it is sealed. <see cref="Outcome"/> is its own concurrency token: it is settled once.</summary>
public sealed class MailInCard
{
    /// <summary>The longest <see cref="Reason"/>.</summary>
    public const int ReasonLength = 200;

    private MailInCard()
    {
    }

    /// <summary>Takes it down.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="batchId">In which batch.</param>
    /// <param name="postmarkedOn">The day of the postmark.</param>
    /// <param name="sealedCard">Name, address, and e-mail address if there is one, sealed.</param>
    public MailInCard(Guid id, Guid batchId, DateOnly postmarkedOn, byte[] sealedCard)
    {
        Id = id;
        BatchId = batchId;
        PostmarkedOn = postmarkedOn;
        SealedCard = sealedCard;
    }

    /// <summary>Its name; in the order in which they were typed.</summary>
    public Guid Id { get; private set; }

    /// <summary>In which batch.</summary>
    public Guid BatchId { get; private set; }

    /// <summary>The day of the postmark, in the sweepstakes' period.</summary>
    public DateOnly PostmarkedOn { get; private set; }

    /// <summary>Name, address, and e-mail address if there is one, sealed.</summary>
    public byte[] SealedCard { get; private set; } = [];

    /// <summary>What became of it.</summary>
    public MailInOutcome Outcome { get; private set; }

    /// <summary>Why it is no entry: what the checker said, or the code of the refusal.</summary>
    public string? Reason { get; private set; }

    /// <summary>Says what became of it, once.</summary>
    public void Settle(MailInOutcome outcome, string? reason)
    {
        if (Outcome != MailInOutcome.None)
        {
            throw new InvalidOperationException("A card is settled once, with its batch.");
        }

        (Outcome, Reason) = (outcome, reason);
    }
}
