namespace Rewards.Domain.Vouchers;

/// <summary>
/// A bearer value. The database holds a keyed hash of its code to find it by and the code sealed, never the plain code.
/// <see cref="BalanceCents"/> moves only by an update guarded by itself, by the hold and by the voiding (docs/protocols.md §4):
/// the three are its concurrency tokens.
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
    /// <param name="stores">The only stores it is good at; null for all.</param>
    /// <param name="awardId">The award that gave it, unique; null of one that replaces another.</param>
    /// <param name="shopperId">Whose wallet it stands in; null for none.</param>
    /// <param name="issuedAt">UTC.</param>
    /// <param name="lastDay">The last day it is good, in the programme's time zone.</param>
    /// <param name="minimumPurchaseCents">What a purchase comes to at least, in cents; 0 for any.</param>
    /// <param name="singleUse">Whether it can be taken from once only, however much is left.</param>
    public Voucher(
        Guid id,
        byte[] codeHash,
        byte[] sealedCode,
        int valueCents,
        StoreSet? stores,
        Guid? awardId,
        Guid? shopperId,
        DateTime issuedAt,
        DateOnly lastDay,
        int minimumPurchaseCents = 0,
        bool singleUse = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(valueCents);
        ArgumentOutOfRangeException.ThrowIfNegative(minimumPurchaseCents);
        Id = id;
        CodeHash = codeHash;
        SealedCode = sealedCode;
        ValueCents = valueCents;
        BalanceCents = valueCents;
        Stores = stores;
        AwardId = awardId;
        ShopperId = shopperId;
        IssuedAt = issuedAt;
        LastDay = lastDay;
        MinimumPurchaseCents = minimumPurchaseCents;
        SingleUse = singleUse;
    }

    /// <summary>Its name; what its code is sealed to.</summary>
    public Guid Id { get; private set; }

    /// <summary>HMAC-SHA256 of the code under the pepper; unique.</summary>
    public byte[] CodeHash { get; private set; } = [];

    /// <summary>The code, sealed.</summary>
    public byte[] SealedCode { get; private set; } = [];

    /// <summary>The code's last group: for the office to find it by; too little to redeem.</summary>
    public string Ending { get; private set; } = "";

    /// <summary>What it was worth when issued, in cents.</summary>
    public int ValueCents { get; private set; }

    /// <summary>
    /// What is left, in cents: value − redeemed + reversed − <see cref="VoidedCents"/>. What of a single-use voucher was not taken
    /// stays here, so that a reversal makes it whole again; <see cref="VoucherTerms.LeftCents"/> says what can be taken.
    /// </summary>
    public int BalanceCents { get; private set; }

    /// <summary>The only stores it is good at; null for all.</summary>
    public StoreSet? Stores { get; private set; }

    /// <summary>What a purchase comes to at least, in cents; 0 for any.</summary>
    public int MinimumPurchaseCents { get; private set; }

    /// <summary>Whether it can be taken from once only.</summary>
    public bool SingleUse { get; private set; }

    /// <summary>The award that gave it; null of one that replaces another.</summary>
    public Guid? AwardId { get; private set; }

    /// <summary>The voided voucher that it was issued for; unique.</summary>
    public Guid? ReplacesId { get; private set; }

    /// <summary>Whose wallet it stands in.</summary>
    public Guid? ShopperId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime IssuedAt { get; private set; }

    /// <summary>The last day it is good, in the programme's time zone.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>The hold that reserves all of it; over at <see cref="HeldUntil"/>.</summary>
    public Guid? HoldId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>Who holds it: the id of a member of staff or of a key.</summary>
    public Guid? HeldBy { get; private set; }

    /// <summary>When it was made void, UTC.</summary>
    public DateTime? VoidedAt { get; private set; }

    /// <summary>What was left on it then, in cents.</summary>
    public int VoidedCents { get; private set; }

    /// <summary>Why.</summary>
    public VoidReason? VoidReason { get; private set; }

    /// <summary>By whom.</summary>
    public Guid? VoidedById { get; private set; }

    /// <summary>What decides whether it can be redeemed.</summary>
    public VoucherTerms Terms => new(
        ValueCents, BalanceCents, Stores, LastDay, MinimumPurchaseCents, SingleUse, VoidedAt is not null, HoldId, HeldUntil, HeldBy);

    /// <summary>Notes the last group of its code.</summary>
    /// <param name="canonical">The code in canonical form.</param>
    /// <returns>This.</returns>
    public Voucher EndingAs(string canonical)
    {
        Ending = VoucherCode.EndingOf(canonical);
        return this;
    }

    /// <summary>Takes an amount, and ends a hold; saving it fails where balance, hold or voiding have moved since it was read.</summary>
    /// <param name="amountCents">What <see cref="Terms"/> allow.</param>
    public void Take(int amountCents)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amountCents);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amountCents, BalanceCents);
        BalanceCents -= amountCents;
        (HoldId, HeldUntil, HeldBy) = (null, null, null);
    }

    /// <summary>Makes it void: nothing is left on it, for good. Saving fails as for <see cref="Take"/>.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="staffId">By whom.</param>
    /// <param name="at">UTC.</param>
    public void MakeVoid(VoidReason reason, Guid staffId, DateTime at)
    {
        if (VoidedAt is not null)
        {
            throw new InvalidOperationException("It is void already.");
        }

        (VoidedAt, VoidedCents, VoidReason, VoidedById) = (at, BalanceCents, reason, staffId);
        BalanceCents = 0;
        (HoldId, HeldUntil, HeldBy) = (null, null, null);
    }

    /// <summary>Issues another for this one, which is void: worth what was left, on the same terms.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="codeHash">Of the new code.</param>
    /// <param name="sealedCode">The new code, bound to <paramref name="id"/>.</param>
    /// <param name="issuedAt">UTC.</param>
    public Voucher Replacement(Guid id, byte[] codeHash, byte[] sealedCode, DateTime issuedAt) =>
        new(id, codeHash, sealedCode, VoidedCents, Stores, null, ShopperId, issuedAt, LastDay, MinimumPurchaseCents, SingleUse) { ReplacesId = Id };

    /// <summary>Puts the voucher in a person's wallet, when they claim the response that earned it.</summary>
    public void BelongTo(Guid shopperId) => ShopperId ??= shopperId;
}

/// <summary>Why a voucher is made void.</summary>
public enum VoidReason
{
    /// <summary>Its owner has lost it.</summary>
    Lost = 1,

    /// <summary>It was issued by mistake.</summary>
    Mistake = 2,

    /// <summary>It is in hands it was not given to.</summary>
    Fraud = 3,
}
