namespace Rewards.Domain.Shoppers;

/// <summary>The link was made up, used before, or is too old: one message for all.</summary>
public sealed record SignInLinkInvalid() : Error("sign-in-link-invalid", ErrorKind.NotFound);

/// <summary>No sent response has that reference.</summary>
public sealed record ReferenceUnknown() : Error("reference-unknown", ErrorKind.NotFound)
{
    /// <inheritdoc/>
    public override string? Field => "reference";
}

/// <summary>Too many references that nobody has; the client waits.</summary>
/// <param name="Until">UTC.</param>
public sealed record TooManyReferences(DateTime Until) : Error("too-many-references", ErrorKind.TooMany)
{
    /// <inheritdoc/>
    public override string? Field => "reference";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Until];
}

/// <summary>What was held could be claimed until an instant that has passed.</summary>
/// <param name="Until">UTC.</param>
public sealed record ClaimTooLate(DateTime Until) : Error("claim-too-late", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "reference";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Until];
}

/// <summary>Nothing is held: it belongs to a person already.</summary>
public sealed record NothingToClaim() : Error("nothing-to-claim", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "reference";
}

/// <summary>Neither an e-mail address nor a card was given.</summary>
public sealed record PersonMissing() : Error("person-missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "email";
}

/// <summary>No e-mail address to send a link to.</summary>
public sealed record EmailNeeded() : Error("email-needed", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "email";
}

/// <summary>Someone else changed the same thing too many times in a row; nothing was saved.</summary>
public sealed record TryAgain() : Error("try-again", ErrorKind.Conflict);

/// <summary>A name for the winners list without one of its parts: it is given whole or not at all.</summary>
/// <param name="Part">The field.</param>
public sealed record NamePartMissing(string Part) : Error("name-part-missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Part;
}

/// <summary>Something that is no name, or is longer than is kept.</summary>
/// <param name="Part">The field.</param>
/// <param name="Longest">In UTF-16 units.</param>
public sealed record NamePartInvalid(string Part, int Longest) : Error("name-part-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Part;

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Longest];
}

/// <summary>The card belongs to someone: what it has earned stays theirs.</summary>
public sealed record LoyaltyCardTaken() : Error("loyalty-card-taken", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "card";
}

/// <summary>The shopper has a card.</summary>
public sealed record LoyaltyCardThere() : Error("loyalty-card-there", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "card";
}

/// <summary>Nobody says that they have seen the card in the shopper's hand.</summary>
public sealed record LoyaltyCardUnseen() : Error("loyalty-card-unseen", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "seen";
}
