namespace Rewards.Domain.Vouchers;

/// <summary>
/// A redemption that a desk made without network and sent later. One row each, by the id that the desk chose: the first of a
/// voucher to arrive has a <see cref="RedemptionId"/>, every other is an exception with the reason, for a person to resolve.
/// </summary>
public sealed class OfflineRedemption
{
    /// <summary>The longest note of who resolves.</summary>
    public const int NoteLength = 500;

    private OfflineRedemption()
    {
    }

    /// <summary>Takes down what arrived; what came of it is said by <see cref="Became"/> or <see cref="Refuse"/>.</summary>
    /// <param name="claim">What the desk says it did.</param>
    /// <param name="voucherId">The voucher; null where there is none of that code.</param>
    /// <param name="by">Who took it.</param>
    /// <param name="requestHash">SHA-256 of what was sent with it.</param>
    /// <param name="receivedAt">UTC.</param>
    public OfflineRedemption(OfflineClaim claim, Guid? voucherId, RedeemedBy by, byte[] requestHash, DateTime receivedAt)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(by);
        (Id, DeskId, StoreNumber, AmountCents, HappenedAt) = (claim.Id, claim.DeskId, claim.StoreNumber, claim.AmountCents, claim.HappenedAt);
        VoucherEnding = claim.VoucherEnding;
        VoucherId = voucherId;
        (ActorId, StaffId, Register, Cashier) = (by.ActorId, by.IsStaff ? by.ActorId : null, by.Register, by.Cashier);
        RequestHash = requestHash;
        ReceivedAt = receivedAt;
    }

    /// <summary>What the desk chose at random: sent again, it is answered the same.</summary>
    public Guid Id { get; private set; }

    /// <summary>The voucher; null where there is none of that code.</summary>
    public Guid? VoucherId { get; private set; }

    /// <summary>The last group of its code.</summary>
    public string VoucherEnding { get; private set; } = "";

    /// <summary>Which desk or till: chosen by it, at random.</summary>
    public Guid DeskId { get; private set; }

    /// <summary>Where.</summary>
    public int StoreNumber { get; private set; }

    /// <summary>Who took it: a member of staff or a key of the tills.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>By which member of staff; null where a till's key sent it.</summary>
    public Guid? StaffId { get; private set; }

    /// <summary>At which register, where it was said.</summary>
    public int? Register { get; private set; }

    /// <summary>By which cashier, as the till names them; null at the desk.</summary>
    public string? Cashier { get; private set; }

    /// <summary>In cents, more than 0.</summary>
    public int AmountCents { get; private set; }

    /// <summary>When the desk says it was, UTC.</summary>
    public DateTime HappenedAt { get; private set; }

    /// <summary>When it arrived, UTC.</summary>
    public DateTime ReceivedAt { get; private set; }

    /// <summary>SHA-256 of what was sent: the same id with anything else is refused.</summary>
    public byte[] RequestHash { get; private set; } = [];

    /// <summary>The redemption it became; null of an exception.</summary>
    public Guid? RedemptionId { get; private set; }

    /// <summary>The code of the refusal that made it an exception.</summary>
    public string? ReasonCode { get; private set; }

    /// <summary>What a person made of the exception.</summary>
    public OfflineResolution? Resolution { get; private set; }

    /// <summary>What they had to say.</summary>
    public string? Note { get; private set; }

    /// <summary>Who.</summary>
    public Guid? ResolvedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? ResolvedAt { get; private set; }

    /// <summary>It was the first: this is what it became.</summary>
    /// <returns>This.</returns>
    public OfflineRedemption Became(Guid redemptionId)
    {
        RedemptionId = redemptionId;
        return this;
    }

    /// <summary>It was not, or may not be: nothing was taken.</summary>
    /// <returns>This.</returns>
    public OfflineRedemption Refuse(Error refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        ReasonCode = refusal.Code;
        return this;
    }

    /// <summary>A person has looked into an exception; saving fails where another has meanwhile.</summary>
    /// <param name="resolution">What came of it.</param>
    /// <param name="note">In their words.</param>
    /// <param name="byId">Who.</param>
    /// <param name="at">UTC.</param>
    public void Resolve(OfflineResolution resolution, string? note, Guid byId, DateTime at)
    {
        if (RedemptionId is not null || ResolvedAt is not null)
        {
            throw new InvalidOperationException("Only an open exception is resolved; the use case looks first.");
        }

        (Resolution, Note, ResolvedById, ResolvedAt) = (resolution, note, byId, at);
    }
}

/// <summary>What a desk says it did without network.</summary>
/// <param name="Id">Chosen at random by the desk.</param>
/// <param name="DeskId">The desk's own, too.</param>
/// <param name="StoreNumber">Where.</param>
/// <param name="VoucherEnding">The last group of the voucher's code.</param>
/// <param name="AmountCents">How much was taken.</param>
/// <param name="HappenedAt">When, UTC.</param>
public sealed record OfflineClaim(Guid Id, Guid DeskId, int StoreNumber, string VoucherEnding, int AmountCents, DateTime HappenedAt);

/// <summary>What a person made of an exception.</summary>
public enum OfflineResolution
{
    /// <summary>The chain bears it.</summary>
    AcceptedAsLoss = 1,

    /// <summary>It was paid after all.</summary>
    Recovered = 2,

    /// <summary>Somebody meant to take twice.</summary>
    Fraud = 3,
}
