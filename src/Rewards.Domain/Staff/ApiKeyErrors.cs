namespace Rewards.Domain.Staff;

/// <summary>A key needs a name of 1 to 60 characters that can be shown.</summary>
public sealed record ApiKeyNameInvalid() : Error("api-key-name-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "name";
}

/// <summary>A key that may do nothing, or something unheard of.</summary>
public sealed record ApiKeyScopesInvalid() : Error("api-key-scopes-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "scopes";
}

/// <summary>There is no such key that is still good.</summary>
public sealed record ApiKeyUnknown() : Error("api-key-unknown", ErrorKind.NotFound);

/// <summary>No key, none of ours, or one that was revoked: one sentence for all.</summary>
public sealed record ApiKeyRefused() : Error("api-key-refused", ErrorKind.Unauthenticated);

/// <summary>The key may not do this.</summary>
/// <param name="Scope">What it would have to have.</param>
public sealed record ApiScopeMissing(string Scope) : Error("api-scope-missing", ErrorKind.Forbidden)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Scope];
}

/// <summary>The key speaks for another store.</summary>
/// <param name="StoreNumber">Whose key it is.</param>
public sealed record ApiKeyOfAnotherStore(int StoreNumber) : Error("api-key-of-another-store", ErrorKind.Forbidden)
{
    /// <inheritdoc/>
    public override string? Field => "store";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [StoreNumber];
}

/// <summary>A key for all stores says for which one it speaks.</summary>
public sealed record ApiStoreMissing() : Error("api-store-missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "store";
}
