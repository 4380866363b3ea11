namespace Rewards.Domain.Staff;

/// <summary>That is no e-mail address.</summary>
public sealed record StaffEmailInvalid() : Error("staff-email-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "email";
}

/// <summary>Someone signs in with that address already.</summary>
/// <param name="Email">As given.</param>
public sealed record StaffEmailTaken(string Email) : Error("staff-email-taken", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "email";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Email];
}

/// <summary>Whoever works at a store's desk belongs to a store, and none was named.</summary>
public sealed record StaffStoreMissing() : Error("staff-store-missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "store";
}

/// <summary>Whoever works in the office belongs to no store, and one was named.</summary>
public sealed record StaffStoreNotWanted() : Error("staff-store-not-wanted", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "store";
}

/// <summary>There is no store of that number.</summary>
/// <param name="Number">As given.</param>
public sealed record StoreUnknown(int Number) : Error("store-unknown", ErrorKind.NotFound)
{
    /// <inheritdoc/>
    public override string? Field => "store";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Number];
}

/// <summary>The password is too easy to guess.</summary>
/// <param name="Least">How many characters it needs.</param>
public sealed record PasswordTooShort(int Least) : Error("password-too-short", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "password";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Least];
}
