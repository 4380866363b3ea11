namespace Rewards.Domain.Vouchers;

/// <summary>
/// A bearer value. The database holds a keyed hash of its code to find it by and the code sealed, never the plain code.
/// <see cref="BalanceCents"/> moves only by an update guarded by itself (docs/protocols.md §4): it is its own concurrency token.
/// </summary>
public sealed class Voucher
{
    private Voucher()
    {
    }

    /// <summary>Issues a voucher.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="codeHash">HMAC-SHA256 of the code under the pepper; unique.</param>
    /// <param name="sealedCode">The code under authenticated encryption, bound to <paramref name="id"/>.</param>
    /// <param name="valueCents">What it is worth, in cents.</param>
    /// <param name="storeNumber">The only store it is good at; null for any.</param>
    /// <param name="awardId">The award that gave it; unique.</param>
    /// <param name="shopperId">Whose wallet it stands in; null for none.</param>
    /// <param name="issuedAt">UTC.</param>
    /// <param name="lastDay">The last day it is good, in the programme's time zone.</param>
    public Voucher(
        Guid id, byte[] codeHash, byte[] sealedCode, int valueCents, int? storeNumber, Guid awardId, Guid? shopperId, DateTime issuedAt, DateOnly lastDay)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(valueCents);
        Id = id;
        CodeHash = codeHash;
        SealedCode = sealedCode;
        ValueCents = valueCents;
        BalanceCents = valueCents;
        StoreNumber = storeNumber;
        AwardId = awardId;
        ShopperId = shopperId;
        IssuedAt = issuedAt;
        LastDay = lastDay;
    }

    /// <summary>Its name; what its code is sealed to.</summary>
    public Guid Id { get; private set; }

    /// <summary>HMAC-SHA256 of the code under the pepper; unique.</summary>
    public byte[] CodeHash { get; private set; } = [];

    /// <summary>The code, sealed.</summary>
    public byte[] SealedCode { get; private set; } = [];

    /// <summary>What it was worth when issued, in cents.</summary>
    public int ValueCents { get; private set; }

    /// <summary>What is left, in cents.</summary>
    public int BalanceCents { get; private set; }

    /// <summary>The only store it is good at; null for any.</summary>
    public int? StoreNumber { get; private set; }

    /// <summary>The award that gave it.</summary>
    public Guid AwardId { get; private set; }

    /// <summary>Whose wallet it stands in.</summary>
    public Guid? ShopperId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime IssuedAt { get; private set; }

    /// <summary>The last day it is good, in the programme's time zone.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>What decides whether it can be redeemed.</summary>
    public VoucherTerms Terms => new(BalanceCents, StoreNumber, LastDay);

    /// <summary>Takes an amount; saving it fails where the balance has moved since it was read.</summary>
    /// <param name="amountCents">What <see cref="Terms"/> allow.</param>
    public void Take(int amountCents)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amountCents);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amountCents, BalanceCents);
        BalanceCents -= amountCents;
    }

    /// <summary>Puts the voucher in a person's wallet, when they claim the response that earned it.</summary>
    public void BelongTo(Guid shopperId) => ShopperId ??= shopperId;
}

/// <summary>What of a voucher decides whether it can be redeemed.</summary>
/// <param name="BalanceCents">What is left.</param>
/// <param name="StoreNumber">The only store it is good at; null for any.</param>
/// <param name="LastDay">The last day it is good.</param>
public sealed record VoucherTerms(int BalanceCents, int? StoreNumber, DateOnly LastDay)
{
    /// <summary>Refuses a redemption that the terms do not allow.</summary>
    /// <param name="amountCents">What is to be taken.</param>
    /// <param name="storeNumber">Where.</param>
    /// <param name="today">In the programme's time zone.</param>
    /// <returns>The refusal, or null.</returns>
    public Error? Check(int amountCents, int storeNumber, DateOnly today) => this switch
    {
        _ when amountCents <= 0 => new VoucherAmountInvalid(),
        { StoreNumber: { } only } when only != storeNumber => new VoucherOfAnotherStore(only),
        _ when today > LastDay => new VoucherExpired(LastDay),
        { BalanceCents: 0 } => new VoucherAlreadyRedeemed(),
        _ when amountCents > BalanceCents => new VoucherBalanceTooLow(BalanceCents),
        _ => null,
    };
}

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
    /// <param name="staffId">By whom.</param>
    /// <param name="idempotencyKey">Unique a member of staff: the same key never takes twice.</param>
    /// <param name="at">UTC.</param>
    /// <param name="businessDay">In the store's time zone.</param>
    public Redemption(
        Guid id, Guid voucherId, int amountCents, int balanceCents, int storeNumber, Guid staffId, string idempotencyKey, DateTime at, DateOnly businessDay)
    {
        Id = id;
        VoucherId = voucherId;
        AmountCents = amountCents;
        BalanceCents = balanceCents;
        StoreNumber = storeNumber;
        StaffId = staffId;
        IdempotencyKey = idempotencyKey;
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

    /// <summary>By whom.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>Unique a member of staff.</summary>
    public string IdempotencyKey { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>In the store's time zone.</summary>
    public DateOnly BusinessDay { get; private set; }
}

/// <summary>Why a redemption is undone.</summary>
public enum ReversalReason
{
    /// <summary>The wrong amount was typed.</summary>
    WrongAmount = 1,

    /// <summary>The wrong voucher was taken.</summary>
    WrongVoucher = 2,

    /// <summary>The purchase did not happen.</summary>
    SaleCancelled = 3,
}

/// <summary>The undoing of a redemption: a row that names it, unique by it.</summary>
public sealed class Reversal
{
    private Reversal()
    {
    }

    /// <summary>Takes down a reversal.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="redemptionId">What is undone; unique.</param>
    /// <param name="amountCents">The redemption's recorded amount.</param>
    /// <param name="reason">Why.</param>
    /// <param name="staffId">By whom: another person than who redeemed.</param>
    /// <param name="at">UTC.</param>
    public Reversal(Guid id, Guid redemptionId, int amountCents, ReversalReason reason, Guid staffId, DateTime at)
    {
        Id = id;
        RedemptionId = redemptionId;
        AmountCents = amountCents;
        Reason = reason;
        StaffId = staffId;
        At = at;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>What is undone; unique.</summary>
    public Guid RedemptionId { get; private set; }

    /// <summary>The redemption's recorded amount, in cents.</summary>
    public int AmountCents { get; private set; }

    /// <summary>Why.</summary>
    public ReversalReason Reason { get; private set; }

    /// <summary>By whom.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}
