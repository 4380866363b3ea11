namespace Rewards.Domain.Sweepstakes;

/// <summary>Where a prize stands with the person it was offered to.</summary>
public enum PrizeClaimStatus
{
    /// <summary>Offered; the answer, or what belongs to it, is not there yet.</summary>
    Offered = 1,

    /// <summary>Answered and signed; waits for the office to look at it.</summary>
    Answered = 2,

    /// <summary>The office has checked age, residence and affidavit: the prize is to be handed over.</summary>
    Accepted = 3,

    /// <summary>Handed over.</summary>
    Fulfilled = 4,

    /// <summary>Lost to the next alternate by a disposition.</summary>
    Lost = 5,
}

/// <summary>
/// A prize offered to a person: to its winner as drawn, and after each disposition to the next alternate (docs/draw-protocol.md §10).
/// Of a prize the last claim is the one that counts; none is ever taken away.
/// </summary>
public sealed class PrizeClaim
{
    private PrizeClaim()
    {
    }

    /// <summary>Offers a prize.</summary>
    /// <param name="id">Made at the edge; also the id of the mail that tells of it.</param>
    /// <param name="sweepstakesId">Of which sweepstakes.</param>
    /// <param name="prize">The line of <c>prizes.txt</c>, from 1.</param>
    /// <param name="turn">1 for the winner as drawn, 2 for the first alternate who is called for it, and so on.</param>
    /// <param name="entryId">The entry.</param>
    /// <param name="shopperId">The person.</param>
    /// <param name="offeredAt">UTC.</param>
    /// <param name="answerBy">Until when it can be answered, UTC; null until the person is told by hand.</param>
    public PrizeClaim(Guid id, int sweepstakesId, int prize, int turn, byte[] entryId, Guid shopperId, DateTime offeredAt, DateTime? answerBy)
    {
        Id = id;
        SweepstakesId = sweepstakesId;
        Prize = prize;
        Turn = turn;
        EntryId = entryId;
        ShopperId = shopperId;
        OfferedAt = offeredAt;
        AnswerBy = answerBy;
        Status = PrizeClaimStatus.Offered;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>Of which sweepstakes.</summary>
    public int SweepstakesId { get; private set; }

    /// <summary>The line of <c>prizes.txt</c>, from 1.</summary>
    public int Prize { get; private set; }

    /// <summary>1 for the winner as drawn, one more for each alternate called for the same prize.</summary>
    public int Turn { get; private set; }

    /// <summary>The entry; 16 bytes.</summary>
    public byte[] EntryId { get; private set; } = [];

    /// <summary>The person.</summary>
    public Guid ShopperId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime OfferedAt { get; private set; }

    /// <summary>Until when it can be answered, UTC, exclusive; null until a person without an e-mail address is told by hand.</summary>
    public DateTime? AnswerBy { get; private set; }

    /// <summary>Where it stands.</summary>
    public PrizeClaimStatus Status { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Whether it can still be lost: neither handed over nor lost before.</summary>
    public bool MayBeLost => Status is PrizeClaimStatus.Offered or PrizeClaimStatus.Answered or PrizeClaimStatus.Accepted;

    /// <summary>Takes down that it was lost by a disposition; the use case has looked whether it may be.</summary>
    public void Lose() => MoveTo(PrizeClaimStatus.Lost);

    private void MoveTo(PrizeClaimStatus status)
    {
        Status = status;
        Version++;
    }
}
