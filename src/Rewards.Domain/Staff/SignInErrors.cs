namespace Rewards.Domain.Staff;

/// <summary>No account has this e-mail, or its password is another: the same words for both.</summary>
public sealed record SignInRefused() : Error("sign-in-refused", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "email";
}

/// <summary>Too many wrong tries. Said of an e-mail without an account as well.</summary>
/// <param name="Until">When it may be tried again, UTC.</param>
public sealed record SignInLockedOut(DateTime Until) : Error("sign-in-locked-out", ErrorKind.TooMany)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Until];
}

/// <summary>The second step's code is wrong or has run out.</summary>
public sealed record SignInCodeRefused() : Error("sign-in-code-refused", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "code";
}

/// <summary>What a passkey shows is not what was asked for, it is no passkey of ours, or it took too long.</summary>
public sealed record PasskeyRefused() : Error("passkey-refused", ErrorKind.Invalid);

/// <summary>An account has as many passkeys as it may have.</summary>
/// <param name="Most">How many.</param>
public sealed record PasskeysTooMany(int Most) : Error("passkeys-too-many", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>The present password was typed wrongly.</summary>
public sealed record PasswordWrong() : Error("password-wrong", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "present";
}

/// <summary>A new password is the present one, or the e-mail.</summary>
public sealed record PasswordUnchanged() : Error("password-unchanged", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "password";
}

/// <summary>A new password and its repetition are not the same.</summary>
public sealed record PasswordsDiffer() : Error("passwords-differ", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "again";
}
