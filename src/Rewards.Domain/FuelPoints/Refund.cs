using Rewards.Domain.Promotions;

namespace Rewards.Domain.FuelPoints;

/// <summary>How far a refund takes back what its receipt earned.</summary>
public enum RefundPolicy
{
    /// <summary>Only what still waits for the till; what was posted stays.</summary>
    PendingOnly = 1,

    /// <summary>As far as the shopper has points.</summary>
    WithinBalance = 2,

    /// <summary>All of it; what is missing is owed and worked off by what is earned next.</summary>
    IntoDebt = 3,
}

/// <summary>How much of an award goes with a part of its receipt.</summary>
public static class RefundShare
{
    /// <summary>
    /// The points of an award that go once so much of its receipt was refunded in all. Of points per dollar the part refunded,
    /// rounded so that what stays is whole; of a fixed award all once all of the receipt was refunded. Depends on nothing but what
    /// was recorded, and on the sum of the refunds, not on how many there were.
    /// </summary>
    /// <param name="amount">What the award gave.</param>
    /// <param name="byTotal">Whether it was for each dollar.</param>
    /// <param name="totalCents">What was paid.</param>
    /// <param name="refundedCents">Refunded in all, at most <paramref name="totalCents"/>.</param>
    public static int Of(int amount, bool byTotal, long totalCents, long refundedCents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfNegative(refundedCents);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(refundedCents, totalCents);
        return refundedCents == 0 ? 0
            : refundedCents == totalCents ? amount
            : byTotal ? amount - (int)((Int128)amount * (totalCents - refundedCents) / totalCents)
            : 0;
    }
}

/// <summary>What of a receipt decides which points stay and from when.</summary>
/// <param name="BusinessDay">In the store's time zone.</param>
/// <param name="TotalCents">What was paid; null until the till registers it.</param>
/// <param name="RefundedCents">What went back so far.</param>
public sealed record PaidReceipt(DateOnly BusinessDay, long? TotalCents, long RefundedCents)
{
    /// <summary>What was paid and has not gone back; null until the till registers it.</summary>
    public long? NetCents => TotalCents - RefundedCents;

    /// <summary>Whether all of it went back.</summary>
    public bool IsRefunded => TotalCents > 0 && NetCents == 0;

    /// <summary>What of an award stays, after all refunds since it was decided.</summary>
    public int Keeps(Award award)
    {
        ArgumentNullException.ThrowIfNull(award);
        return award.Amount - Takes(award);
    }

    /// <summary>What of an award goes, after all refunds since it was decided; what went back before is not in it.</summary>
    public int Takes(Award award)
    {
        ArgumentNullException.ThrowIfNull(award);
        return TotalCents is not { } total ? 0
            : (award.ForCents ?? total) is var decided && decided == 0 ? 0
            : RefundShare.Of(award.Amount, award.ByTotal, decided, decided - (total - RefundedCents));
    }

    /// <summary>Whether the till has registered it and it is old enough for its points to be posted.</summary>
    /// <param name="today">In the programme's time zone.</param>
    /// <param name="pendingDays">How many days old.</param>
    public bool IsSettledOn(DateOnly today, int pendingDays) => TotalCents is not null && BusinessDay.AddDays(pendingDays) <= today;
}

/// <summary>Money that went back for a receipt, as the till says. Never changed or deleted.</summary>
public sealed class Refund
{
    private Refund()
    {
    }

    /// <summary>Takes down a refund.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="receiptId">Of which receipt.</param>
    /// <param name="cents">In cents, more than 0.</param>
    /// <param name="actor">By whom and where.</param>
    /// <param name="idempotencyKey">Unique an actor: the same key never takes back twice.</param>
    /// <param name="requestHash">SHA-256 of what was sent.</param>
    /// <param name="policy">What was in force.</param>
    /// <param name="at">UTC.</param>
    public Refund(
        Guid id, long receiptId, long cents, TillActor actor, string idempotencyKey, byte[] requestHash, RefundPolicy policy, DateTime at)
    {
        Id = id;
        ReceiptId = receiptId;
        Cents = cents;
        ActorId = actor.ActorId;
        IdempotencyKey = idempotencyKey;
        RequestHash = requestHash;
        Policy = policy;
        At = at;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>Of which receipt.</summary>
    public long ReceiptId { get; private set; }

    /// <summary>In cents.</summary>
    public long Cents { get; private set; }

    /// <summary>The member of staff, or the till's key.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>Unique an actor.</summary>
    public string IdempotencyKey { get; private set; } = "";

    /// <summary>SHA-256 of what was sent.</summary>
    public byte[] RequestHash { get; private set; } = [];

    /// <summary>What was in force.</summary>
    public RefundPolicy Policy { get; private set; }

    /// <summary>Points that went with it.</summary>
    public int PointsTaken { get; private set; }

    /// <summary>Points that would have gone with it and did not, by the policy.</summary>
    public int PointsLeft { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Notes what of an award went and what did not, before it is saved.</summary>
    public void Count(int taken, int left)
    {
        PointsTaken += taken;
        PointsLeft += left;
    }
}
