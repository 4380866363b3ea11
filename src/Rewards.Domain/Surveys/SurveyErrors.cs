namespace Rewards.Domain.Surveys;

/// <summary>Nothing was chosen or written where the question needs it.</summary>
/// <param name="Name">The field.</param>
public sealed record AnswerMissing(string Name) : Error("answer-missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Name;
}

/// <summary>A score outside the question's scale, or not a number.</summary>
/// <param name="Name">The field.</param>
/// <param name="Lowest">Lowest score.</param>
/// <param name="Highest">Highest score.</param>
public sealed record AnswerOutOfRange(string Name, int Lowest, int Highest) : Error("answer-out-of-range", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Name;

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Lowest, Highest];
}

/// <summary>Something other than one of the choices.</summary>
/// <param name="Name">The field.</param>
public sealed record AnswerNotAChoice(string Name) : Error("answer-not-a-choice", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Name;
}

/// <summary>More text than is kept.</summary>
/// <param name="Name">The field.</param>
/// <param name="Longest">In UTF-16 units.</param>
public sealed record AnswerTooLong(string Name, int Longest) : Error("answer-too-long", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Name;

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Longest];
}

/// <summary>Characters that no keyboard types and no page can show.</summary>
/// <param name="Name">The field.</param>
public sealed record AnswerHasControlCharacters(string Name) : Error("answer-control-characters", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Name;
}

/// <summary>Not an e-mail address.</summary>
public sealed record EmailInvalid() : Error("email-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "email";
}

/// <summary>No e-mail address, though the shopper asked to be written to.</summary>
public sealed record EmailMissing() : Error("email-missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "email";
}

/// <summary>Not a loyalty card's number.</summary>
public sealed record LoyaltyCardInvalid() : Error("loyalty-card-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "card";
}

/// <summary>The survey has no such question.</summary>
/// <param name="Name">What was asked for.</param>
public sealed record QuestionUnknown(string Name) : Error("question-unknown", ErrorKind.NotFound)
{
    private const int LongestName = 60;

    /// <inheritdoc/>
    public override string? Field => Name.Length > LongestName ? Name[..LongestName] : Name;
}

/// <summary>The response named is not the one of this receipt.</summary>
public sealed record ResponseUnknown() : Error("response-unknown", ErrorKind.NotFound)
{
    /// <inheritdoc/>
    public override string? Field => "response";
}

/// <summary>The last page was sent before every question was answered.</summary>
/// <param name="Question">The first one without an answer.</param>
public sealed record ResponseIncomplete(string Question) : Error("response-incomplete", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => Question;
}
