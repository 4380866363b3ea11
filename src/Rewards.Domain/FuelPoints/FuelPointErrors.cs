namespace Rewards.Domain.FuelPoints;

/// <summary>No shopper has given that card.</summary>
public sealed record LoyaltyCardUnknown() : Error("loyalty-card-unknown", ErrorKind.NotFound)
{
    /// <inheritdoc/>
    public override string? Field => "card";
}

/// <summary>There is no tier of so many points.</summary>
/// <param name="Points">As asked for.</param>
public sealed record FuelTierUnknown(int Points) : Error("fuel-tier-unknown", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "points";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Points];
}

/// <summary>Fewer points are there than were asked for, or than the first tier takes.</summary>
/// <param name="Points">What can be spent.</param>
public sealed record FuelPointsTooFew(int Points) : Error("fuel-points-too-few", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "points";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Points];
}

/// <summary>There is no such redemption at this store.</summary>
public sealed record FuelRedemptionUnknown() : Error("fuel-redemption-unknown", ErrorKind.NotFound);

/// <summary>It was undone before.</summary>
public sealed record FuelRedemptionAlreadyReversed() : Error("fuel-redemption-already-reversed", ErrorKind.Conflict);

/// <summary>No till has registered that receipt.</summary>
public sealed record ReceiptUnregistered() : Error("receipt-unregistered", ErrorKind.NotFound);

/// <summary>Not an amount of money more than nothing.</summary>
public sealed record RefundAmountInvalid() : Error("refund-amount-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "amountCents";
}

/// <summary>More than is left of what was paid.</summary>
/// <param name="LeftCents">What can still be refunded.</param>
public sealed record RefundTooHigh(long LeftCents) : Error("refund-too-high", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "amountCents";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [new Money((int)Math.Min(LeftCents, int.MaxValue))];
}

/// <summary>There is no such shopper.</summary>
public sealed record ShopperUnknown() : Error("shopper-unknown", ErrorKind.NotFound);

/// <summary>No whole number of points other than 0, or more than one adjustment may move.</summary>
/// <param name="Most">The most.</param>
public sealed record AdjustmentPointsInvalid(int Most) : Error("adjustment-points-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "points";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>No reason, or one that is too long.</summary>
/// <param name="Longest">In UTF-16 units.</param>
public sealed record AdjustmentReasonInvalid(int Longest) : Error("adjustment-reason-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "reason";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Longest];
}

/// <summary>There is no such adjustment.</summary>
public sealed record AdjustmentUnknown() : Error("adjustment-unknown", ErrorKind.NotFound);

/// <summary>It was approved or declined before.</summary>
public sealed record AdjustmentAlreadyDecided() : Error("adjustment-already-decided", ErrorKind.Conflict);

/// <summary>Whoever proposed it may not decide it.</summary>
public sealed record AdjustmentBySamePerson() : Error("adjustment-by-same-person", ErrorKind.Forbidden);

/// <summary>Only whoever proposed it withdraws it.</summary>
public sealed record AdjustmentOfAnother() : Error("adjustment-of-another", ErrorKind.Forbidden);
