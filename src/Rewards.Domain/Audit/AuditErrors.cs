namespace Rewards.Domain.Audit;

/// <summary>Why dates do not fit was not said, or at too great length.</summary>
public sealed record AuditReasonInvalid() : Error("audit-reason-invalid", ErrorKind.Invalid)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int Longest = 150;

    /// <inheritdoc/>
    public override string? Field => "reason";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Longest];
}
