namespace Rewards.Domain.Vouchers;

/// <summary>A taking from a voucher. Never changed or deleted.</summary>
public sealed class Redemption
{
    private Redemption()
    {
    }

    /// <summary>Takes down a redemption.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="voucherId">From which voucher.</param>
    /// <param name="amountCents">In cents, more than 0.</param>
    /// <param name="balanceCents">What was left after it.</param>
    /// <param name="storeNumber">Where.</param>
    /// <param name="by">By whom.</param>
    /// <param name="idempotencyKey">Unique an actor: the same key never takes twice.</param>
    /// <param name="requestHash">SHA-256 of what was asked for with it.</param>
    /// <param name="at">UTC.</param>
    /// <param name="businessDay">In the store's time zone.</param>
    public Redemption(
        Guid id,
        Guid voucherId,
        int amountCents,
        int balanceCents,
        int storeNumber,
        RedeemedBy by,
        string idempotencyKey,
        byte[] requestHash,
        DateTime at,
        DateOnly businessDay)
    {
        ArgumentNullException.ThrowIfNull(by);
        Id = id;
        VoucherId = voucherId;
        AmountCents = amountCents;
        BalanceCents = balanceCents;
        StoreNumber = storeNumber;
        (ActorId, StaffId, Register, Cashier) = (by.ActorId, by.IsStaff ? by.ActorId : null, by.Register, by.Cashier);
        IdempotencyKey = idempotencyKey;
        RequestHash = requestHash;
        At = at;
        BusinessDay = businessDay;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>From which voucher.</summary>
    public Guid VoucherId { get; private set; }

    /// <summary>In cents, more than 0.</summary>
    public int AmountCents { get; private set; }

    /// <summary>What was left after it, in cents: what the same key is answered again.</summary>
    public int BalanceCents { get; private set; }

    /// <summary>Where.</summary>
    public int StoreNumber { get; private set; }

    /// <summary>Who sent it: a member of staff or a key of the tills.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>By which member of staff; null where a till's key sent it.</summary>
    public Guid? StaffId { get; private set; }

    /// <summary>At which register, where it was said.</summary>
    public int? Register { get; private set; }

    /// <summary>By which cashier, as the till names them; null at the desk.</summary>
    public string? Cashier { get; private set; }

    /// <summary>Unique an actor.</summary>
    public string IdempotencyKey { get; private set; } = "";

    /// <summary>SHA-256 of what was asked for: the same key with anything else is refused.</summary>
    public byte[] RequestHash { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>In the store's time zone.</summary>
    public DateOnly BusinessDay { get; private set; }
}

/// <summary>Who redeems or undoes.</summary>
/// <param name="ActorId">The member of staff, or the key.</param>
/// <param name="IsStaff">Which of the two.</param>
/// <param name="Register">At which register.</param>
/// <param name="Cashier">As the till names them.</param>
public sealed record RedeemedBy(Guid ActorId, bool IsStaff, int? Register, string? Cashier)
{
    /// <summary>The longest name of a cashier.</summary>
    public const int CashierLength = 40;
}
