namespace Rewards.Domain;

/// <summary>What a refusal is, so that one mapper can turn it into a status.</summary>
public enum ErrorKind
{
    /// <summary>What was sent is not of the form or range asked for (422).</summary>
    Invalid,

    /// <summary>There is no such thing, or the asker may not know that there is (404).</summary>
    NotFound,

    /// <summary>The thing is in a state that does not allow it (409).</summary>
    Conflict,

    /// <summary>The asker may not do this (403).</summary>
    Forbidden,

    /// <summary>Too many tries; later again (429).</summary>
    TooMany,

    /// <summary>The asker has not shown who they are (401).</summary>
    Unauthenticated,

    /// <summary>What was sent cannot be read (400).</summary>
    Malformed,

    /// <summary>The address has no such method (405).</summary>
    MethodNotAllowed,

    /// <summary>More was sent than is taken (413).</summary>
    TooLarge,

    /// <summary>What was sent is of another type (415).</summary>
    OfAnotherType,
}

/// <summary>
/// A refusal: a value, not an exception. Each is a record beside its feature; <see cref="Code"/> is unique, is the key of
/// its text in every language and stands in docs/api.md.
/// </summary>
/// <param name="Code">Lower-case words joined by hyphens, never changed once published.</param>
/// <param name="Kind">What status it becomes.</param>
public abstract record Error(string Code, ErrorKind Kind)
{
    /// <summary>The field the refusal is about, as the form or the API names it; null where it is about the whole.</summary>
    public virtual string? Field => null;

    /// <summary>The key of the question that it is about, where answers to several were sent at once.</summary>
    public string? AnswerTo { get; init; }

    /// <summary>What stands in its text at {0}, {1}, … : instants in UTC, days, amounts in cents, counts.</summary>
    public virtual IReadOnlyList<object> Arguments => [];
}

/// <summary>Either what was asked for or the refusal.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public sealed class Outcome<T>
    where T : notnull
{
    private readonly T? _value;

    private Outcome(T? value, Error? error)
    {
        _value = value;
        Error = error;
    }

    /// <summary>The refusal, null where there is a value.</summary>
    public Error? Error { get; }

    /// <summary>What was asked for.</summary>
    /// <exception cref="InvalidOperationException">It was refused: a caller looks at <see cref="Error"/> first.</exception>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"Refused: {Error.Code}");

    /// <summary>Deconstructs for pattern matching: exactly one of the two is not null.</summary>
    public bool IsRefused(out Error error, out T value)
    {
        error = Error!;
        value = _value!;
        return Error is not null;
    }

    /// <summary>A value is a success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>An error is a refusal.</summary>
    public static implicit operator Outcome<T>(Error error) => new(default, error);
}
