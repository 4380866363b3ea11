namespace Rewards.Domain.Vouchers;

/// <summary>What the voucher's paper says of it was changed, is another voucher's, or was never signed by the portal.</summary>
public sealed record VoucherFormRefused() : Error("voucher-form-refused", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "form";
}

/// <summary>When it is said to have happened is not within the time that the desk may redeem without network.</summary>
public sealed record OfflineTimeRefused() : Error("offline-time-refused", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "at";
}

/// <summary>What the desk shows for who redeemed there was not made by the portal.</summary>
public sealed record DeskPassRefused() : Error("desk-pass-refused", ErrorKind.Forbidden);

/// <summary>There is no such exception.</summary>
public sealed record OfflineExceptionUnknown() : Error("offline-exception-unknown", ErrorKind.NotFound);

/// <summary>Somebody resolved it before.</summary>
public sealed record OfflineExceptionResolved() : Error("offline-exception-resolved", ErrorKind.Conflict);

/// <summary>What came of it was not chosen.</summary>
public sealed record OfflineResolutionMissing() : Error("offline-resolution-missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "resolution";
}

/// <summary>The note is too long, or has characters that cannot be shown.</summary>
/// <param name="Longest">Characters at most.</param>
public sealed record OfflineNoteInvalid(int Longest) : Error("offline-note-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "note";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Longest];
}
