namespace Rewards.Domain.Shoppers;

/// <summary>A part of a postal address was left out.</summary>
/// <param name="Part">The field.</param>
public sealed record AddressPartMissing(string Part) : Error("address-part-missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Part;
}

/// <summary>A part of a postal address cannot be shown, or is longer than is kept.</summary>
/// <param name="Part">The field.</param>
/// <param name="Longest">In UTF-16 units.</param>
public sealed record AddressPartInvalid(string Part, int Longest) : Error("address-part-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Part;

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Longest];
}

/// <summary>No state of the United States, nor the District of Columbia.</summary>
public sealed record AddressStateUnknown() : Error("address-state-unknown", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "state";
}

/// <summary>A ZIP code has five digits, or nine.</summary>
public sealed record AddressZipInvalid() : Error("address-zip-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "zip";
}
