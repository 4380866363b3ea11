using Rewards.Domain;

namespace Rewards.Web.Api;

/// <summary>The body is no JSON, or has a member that is unknown, missing, there twice or of another type.</summary>
/// <param name="Member">Which, <c>answers.recommend</c>; null where it cannot be told.</param>
internal sealed record RequestMalformed(string? Member) : Error("request-malformed", ErrorKind.Malformed)
{
    /// <inheritdoc/>
    public override string? Field => Member;
}

/// <summary>The interface has no such address.</summary>
internal sealed record PathUnknown() : Error("path-unknown", ErrorKind.NotFound);

/// <summary>The address has no such method; <c>Allow</c> says which it has.</summary>
internal sealed record MethodNotAllowed() : Error("method-not-allowed", ErrorKind.MethodNotAllowed);

/// <summary>The body is larger than this address takes.</summary>
internal sealed record BodyTooLarge() : Error("body-too-large", ErrorKind.TooLarge);

/// <summary>The body is not of the type that this address takes.</summary>
internal sealed record BodyOfAnotherType() : Error("body-of-another-type", ErrorKind.OfAnotherType);

/// <summary>A day was asked for that is none.</summary>
/// <param name="Name">The parameter.</param>
internal sealed record DayInvalid(string Name) : Error("day-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Name;
}
