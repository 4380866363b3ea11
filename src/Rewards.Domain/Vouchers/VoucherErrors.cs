using Rewards.Domain.Codes;

namespace Rewards.Domain.Vouchers;

/// <summary>A slip of the finger: no such code can exist.</summary>
/// <param name="Slip">What looks wrong.</param>
public sealed record VoucherCodeSlip(CodeSlip Slip) : Error("voucher-code-slip", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "code";
}

/// <summary>No voucher has that code.</summary>
public sealed record VoucherUnknown() : Error("voucher-unknown", ErrorKind.NotFound)
{
    /// <inheritdoc/>
    public override string? Field => "code";
}

/// <summary>Its last day is over.</summary>
/// <param name="LastDay">In the programme's time zone.</param>
public sealed record VoucherExpired(DateOnly LastDay) : Error("voucher-expired", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [LastDay];
}

/// <summary>Nothing is left on it.</summary>
public sealed record VoucherAlreadyRedeemed() : Error("voucher-already-redeemed", ErrorKind.Conflict);

/// <summary>Less is left than was asked for.</summary>
/// <param name="BalanceCents">What is left.</param>
public sealed record VoucherBalanceTooLow(int BalanceCents) : Error("voucher-balance-too-low", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "amount";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [new Money(BalanceCents)];
}

/// <summary>It is good at one store only, and this is another.</summary>
/// <param name="StoreNumber">Where it is good.</param>
public sealed record VoucherOfAnotherStore(int StoreNumber) : Error("voucher-of-another-store", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [StoreNumber];
}

/// <summary>Not an amount of money more than nothing.</summary>
public sealed record VoucherAmountInvalid() : Error("voucher-amount-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "amount";
}

/// <summary>Nothing was typed where an amount was asked for.</summary>
public sealed record VoucherAmountMissing() : Error("voucher-amount-missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "amount";
}

/// <summary>What was typed is no amount of money.</summary>
public sealed record VoucherAmountUnreadable() : Error("voucher-amount-unreadable", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "amount";
}

/// <summary>A receipt was scanned where a voucher belongs.</summary>
public sealed record VoucherCodeOfReceipt() : Error("voucher-code-of-receipt", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "code";
}

/// <summary>The key was used for another redemption.</summary>
public sealed record IdempotencyKeyReused() : Error("idempotency-key-reused", ErrorKind.Conflict);

/// <summary>A redemption is sent with a key, so that sending it twice takes once.</summary>
public sealed record IdempotencyKeyMissing() : Error("idempotency-key-missing", ErrorKind.Invalid);

/// <summary>There is no such redemption at this store.</summary>
public sealed record RedemptionUnknown() : Error("redemption-unknown", ErrorKind.NotFound);

/// <summary>No reason was given, or none of those there are.</summary>
public sealed record ReversalReasonMissing() : Error("reversal-reason-missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "reason";
}

/// <summary>It was undone before.</summary>
public sealed record RedemptionAlreadyReversed() : Error("redemption-already-reversed", ErrorKind.Conflict);

/// <summary>Whoever redeemed may not undo it.</summary>
public sealed record ReversalBySamePerson() : Error("reversal-by-same-person", ErrorKind.Forbidden);

/// <summary>A redemption can be undone on its business day only.</summary>
/// <param name="BusinessDay">That day.</param>
public sealed record ReversalOnAnotherDay(DateOnly BusinessDay) : Error("reversal-on-another-day", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [BusinessDay];
}

/// <summary>The member of staff belongs to no store, so none can be booked.</summary>
public sealed record StaffWithoutStore() : Error("staff-without-store", ErrorKind.Forbidden);
