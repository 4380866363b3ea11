namespace Rewards.Domain.Sweepstakes;

/// <summary>There is no such batch of cards.</summary>
public sealed record MailInUnknown() : Error("mail-in-unknown", ErrorKind.NotFound);

/// <summary>The batch is not where this can be done: submitted already, not yet, or checked before.</summary>
public sealed record MailInStepOutOfOrder() : Error("mail-in-step-out-of-order", ErrorKind.Conflict);

/// <summary>Whoever typed a batch may not check it.</summary>
public sealed record MailInBySamePerson() : Error("mail-in-by-same-person", ErrorKind.Forbidden);

/// <summary>Somebody else types this batch.</summary>
public sealed record MailInOfAnother() : Error("mail-in-of-another", ErrorKind.Forbidden);

/// <summary>A batch has no card, or as many as one may have.</summary>
/// <param name="Most">Cards of one batch.</param>
public sealed record MailInCardsWrong(int Most) : Error("mail-in-cards-wrong", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>The postmark is no day of the sweepstakes' period up to today.</summary>
/// <param name="First">Of the days that are.</param>
/// <param name="Last">Of the days that are.</param>
public sealed record PostmarkInvalid(DateOnly First, DateOnly Last) : Error("postmark-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "postmark";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [First, Last];
}

/// <summary>A card was neither accepted, nor struck with a reason.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Longest">The longest reason.</param>
public sealed record MailInCardUndecided(int Number, int Longest) : Error("mail-in-card-undecided", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => $"card-{Number}";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Number, Longest];
}
