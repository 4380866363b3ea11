using Rewards.Domain.Codes;

namespace Rewards.Domain.Receipts;

/// <summary>A slip of the finger: no such code can exist. Costs nothing.</summary>
/// <param name="Slip">What looks wrong.</param>
public sealed record ReceiptCodeSlip(CodeSlip Slip) : Error(CodeOf(Slip), ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "code";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => Slip is { Group: { } group, Kind: not CodeSlipKind.Empty } ? [group] : [];

    private static string CodeOf(CodeSlip slip) => slip switch
    {
        { Kind: CodeSlipKind.Empty } => "receipt-code-missing",
        { Kind: CodeSlipKind.WrongLength, Group: null } => "receipt-code-wrong-length",
        { Kind: CodeSlipKind.WrongLength } => "receipt-code-group-wrong-length",
        { Kind: CodeSlipKind.InvalidSymbol, Group: null } => "receipt-code-invalid-symbol",
        { Kind: CodeSlipKind.InvalidSymbol } => "receipt-code-group-invalid-symbol",
        { Kind: CodeSlipKind.CheckFailed, Group: null } => "receipt-code-slip",
        { Kind: CodeSlipKind.CheckFailed } => "receipt-code-group-slip",
        _ => throw new InvalidOperationException($"No such slip: {slip.Kind}"),
    };
}

/// <summary>A forged code, or one of a receipt that the till has not registered: the same words for both.</summary>
public sealed record ReceiptCodeUnknown() : Error("receipt-code-unknown", ErrorKind.NotFound)
{
    /// <inheritdoc/>
    public override string? Field => "code";
}

/// <summary>Too many forged codes from this client or over the whole portal.</summary>
/// <param name="Until">When it may be tried again, UTC.</param>
public sealed record TooManyCodes(DateTime Until) : Error("too-many-codes", ErrorKind.TooMany)
{
    /// <inheritdoc/>
    public override string? Field => "code";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Until];
}

/// <summary>The receipt was good until a day that is over.</summary>
/// <param name="BusinessDay">The day of the purchase.</param>
/// <param name="LastDay">The last day on which it was good.</param>
public sealed record ReceiptTooOld(DateOnly BusinessDay, DateOnly LastDay) : Error("receipt-too-old", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "code";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [BusinessDay, LastDay];
}

/// <summary>The receipt's day has not come yet: a till's clock is wrong, or the chain's.</summary>
/// <param name="BusinessDay">The day printed.</param>
public sealed record ReceiptFromTheFuture(DateOnly BusinessDay) : Error("receipt-from-the-future", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "code";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [BusinessDay];
}

/// <summary>Feedback was sent for this receipt.</summary>
/// <param name="SubmittedAt">When, UTC.</param>
public sealed record ReceiptAlreadyUsed(DateTime SubmittedAt) : Error("receipt-already-used", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "code";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [SubmittedAt];
}

/// <summary>The store is not, or no longer, part of the programme.</summary>
/// <param name="StoreName">Its name.</param>
public sealed record StoreNotTakingPart(string StoreName) : Error("store-not-taking-part", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "code";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [StoreName];
}

/// <summary>No register from 0 to 63 with a transaction from 0 to 4095.</summary>
public sealed record ReceiptNumberInvalid() : Error("receipt-number-invalid", ErrorKind.Invalid);

/// <summary>No time since 2000.</summary>
public sealed record PurchasedAtInvalid() : Error("purchased-at-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "purchasedAt";
}

/// <summary>Less than nothing, or more than anybody pays.</summary>
public sealed record ReceiptTotalInvalid() : Error("receipt-total-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "totalCents";
}

/// <summary>A department without a name, too long, or there twice.</summary>
public sealed record DepartmentsInvalid() : Error("departments-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "departments";
}

/// <summary>This receipt was registered before, and otherwise: it stays as it was.</summary>
public sealed record ReceiptDiffers() : Error("receipt-differs", ErrorKind.Conflict);
