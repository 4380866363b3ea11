namespace Rewards.Domain.Vouchers;

/// <summary>What of a voucher decides whether it can be redeemed.</summary>
/// <param name="ValueCents">What it was worth when issued.</param>
/// <param name="BalanceCents">What stands on it.</param>
/// <param name="Stores">The only stores it is good at; null for all.</param>
/// <param name="LastDay">The last day it is good.</param>
/// <param name="MinimumPurchaseCents">What a purchase comes to at least; 0 for any.</param>
/// <param name="SingleUse">Whether it can be taken from once only.</param>
/// <param name="IsVoid">Whether it was made void.</param>
/// <param name="HoldId">The hold on it.</param>
/// <param name="HeldUntil">When the hold is over, UTC.</param>
/// <param name="HeldBy">Whose hold it is: nobody else can use it up.</param>
public sealed record VoucherTerms(
    int ValueCents,
    int BalanceCents,
    StoreSet? Stores,
    DateOnly LastDay,
    int MinimumPurchaseCents,
    bool SingleUse,
    bool IsVoid,
    Guid? HoldId,
    DateTime? HeldUntil,
    Guid? HeldBy)
{
    /// <summary>What can be taken: nothing more of a single-use voucher that was taken from.</summary>
    public int LeftCents => Left(ValueCents, BalanceCents, SingleUse);

    /// <summary>The same, from the parts.</summary>
    public static int Left(int valueCents, int balanceCents, bool singleUse) =>
        singleUse && balanceCents < valueCents ? 0 : balanceCents;

    /// <summary>Whether it is held at an instant (UTC).</summary>
    public bool IsHeldAt(DateTime now) => HoldId is not null && HeldUntil > now;

    /// <summary>Refuses a redemption that the terms do not allow.</summary>
    /// <param name="taking">What is to be taken.</param>
    /// <returns>The refusal, or null.</returns>
    public Error? Check(Taking taking)
    {
        ArgumentNullException.ThrowIfNull(taking);
        return this switch
        {
            _ when taking.AmountCents <= 0 => new VoucherAmountInvalid(),
            { IsVoid: true } => new VoucherVoid(),
            { Stores: { } only } when !only.Contains(taking.StoreNumber) => new VoucherOfAnotherStore(only.ToString()),
            _ when taking.Today > LastDay => new VoucherExpired(LastDay),
            { LeftCents: 0 } => new VoucherAlreadyRedeemed(),
            _ when IsHeldAt(taking.Now) && (taking.HoldId, taking.ActorId) != (HoldId, HeldBy) => new VoucherHeld(HeldUntil!.Value),
            _ when taking.HoldId is not null && !IsHeldAt(taking.Now) => new HoldOver(),
            _ when taking.AmountCents > LeftCents => new VoucherBalanceTooLow(LeftCents),
            { MinimumPurchaseCents: > 0 and var least } => taking.PurchaseCents switch
            {
                null => new VoucherPurchaseMissing(least),
                { } purchase when purchase < least => new VoucherPurchaseTooSmall(least),
                _ => null,
            },
            _ => null,
        };
    }
}

/// <summary>What is to be taken from a voucher.</summary>
/// <param name="AmountCents">How much.</param>
/// <param name="StoreNumber">Where.</param>
/// <param name="ActorId">By whom: the member of staff, or the till's key.</param>
/// <param name="Now">UTC.</param>
/// <param name="Today">In the programme's time zone.</param>
/// <param name="PurchaseCents">What the purchase comes to, where it was said.</param>
/// <param name="HoldId">The hold that it uses up, if any.</param>
public sealed record Taking(int AmountCents, int StoreNumber, Guid ActorId, DateTime Now, DateOnly Today, int? PurchaseCents, Guid? HoldId);
