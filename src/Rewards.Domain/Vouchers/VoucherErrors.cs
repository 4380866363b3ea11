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

/// <summary>It is good at some stores only, and this is another.</summary>
/// <param name="Stores">Where it is good: <c>367, 368</c>.</param>
public sealed record VoucherOfAnotherStore(string Stores) : Error("voucher-of-another-store", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Stores];
}

/// <summary>It was made void: lost and replaced, or issued by mistake.</summary>
public sealed record VoucherVoid() : Error("voucher-void", ErrorKind.Conflict);

/// <summary>Another till has reserved it.</summary>
/// <param name="Until">UTC.</param>
public sealed record VoucherHeld(DateTime Until) : Error("voucher-held", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Until];
}

/// <summary>The hold that was named is over: it ran out, was released or was used.</summary>
public sealed record HoldOver() : Error("hold-over", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "holdId";
}

/// <summary>There is no such hold of this key's.</summary>
public sealed record HoldUnknown() : Error("hold-unknown", ErrorKind.NotFound);

/// <summary>For how long was not said in seconds from 1 to the longest.</summary>
/// <param name="Longest">In seconds.</param>
public sealed record HoldSecondsInvalid(int Longest) : Error("hold-seconds-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "seconds";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Longest];
}

/// <summary>It is good with a purchase of so much only, and what the purchase comes to was not said.</summary>
/// <param name="LeastCents">What it has to come to.</param>
public sealed record VoucherPurchaseMissing(int LeastCents) : Error("voucher-purchase-missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "purchaseCents";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [new Money(LeastCents)];
}

/// <summary>The purchase comes to less than the voucher asks for.</summary>
/// <param name="LeastCents">What it has to come to.</param>
public sealed record VoucherPurchaseTooSmall(int LeastCents) : Error("voucher-purchase-too-small", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "purchaseCents";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [new Money(LeastCents)];
}

/// <summary>No reason for making it void was given, or none of those there are.</summary>
public sealed record VoidReasonMissing() : Error("void-reason-missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "reason";
}

/// <summary>No register from 0 to 63.</summary>
public sealed record RegisterInvalid() : Error("register-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "register";
}

/// <summary>No name of 1 to 40 characters that can be shown.</summary>
/// <param name="Name">The field: <c>cashier</c> or <c>supervisor</c>.</param>
public sealed record CashierInvalid(string Name) : Error("cashier-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Name;
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

/// <summary>The cashier has redeemed as much as may be in an hour.</summary>
/// <param name="Until">UTC.</param>
public sealed record RedemptionLimitCashier(DateTime Until) : Error("redemption-limit-cashier", ErrorKind.TooMany)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Until];
}

/// <summary>The register has redeemed as much as may be in an hour.</summary>
/// <param name="Until">UTC.</param>
public sealed record RedemptionLimitRegister(DateTime Until) : Error("redemption-limit-register", ErrorKind.TooMany)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Until];
}

/// <summary>The store has redeemed as much as may be in an hour.</summary>
/// <param name="Until">UTC.</param>
public sealed record RedemptionLimitStore(DateTime Until) : Error("redemption-limit-store", ErrorKind.TooMany)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Until];
}

/// <summary>The office looks for vouchers, and none fits.</summary>
public sealed record VouchersNone() : Error("vouchers-none", ErrorKind.NotFound)
{
    /// <inheritdoc/>
    public override string? Field => "code";
}

/// <summary>A voucher is to be mailed, and no e-mail address of its owner is known.</summary>
public sealed record VoucherOwnerWithoutEmail() : Error("voucher-owner-without-email", ErrorKind.Conflict);
