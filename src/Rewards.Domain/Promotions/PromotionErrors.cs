namespace Rewards.Domain.Promotions;

/// <summary>There is no such promotion.</summary>
public sealed record PromotionUnknown() : Error("promotion-unknown", ErrorKind.NotFound);

/// <summary>Someone else changed it since it was opened.</summary>
public sealed record PromotionChanged() : Error("promotion-changed", ErrorKind.Conflict);

/// <summary>It does not go from where it stands to there: only a draft is changed or published, what ended stays ended.</summary>
public sealed record PromotionStepOutOfOrder() : Error("promotion-step-out-of-order", ErrorKind.Conflict);

/// <summary>Its last day is over, so it would never give anything.</summary>
public sealed record PromotionIsOver() : Error("promotion-is-over", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string? Field => "endsOn";
}

/// <summary>It gives nothing: neither an amount nor points for each dollar.</summary>
public sealed record PromotionGivesNothing() : Error("promotion-gives-nothing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "amount";
}

/// <summary>No name, or too long a one.</summary>
/// <param name="Most">The most characters.</param>
public sealed record PromotionNameInvalid(int Most) : Error("promotion-name-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "name";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>Too many characters.</summary>
/// <param name="Where">The field.</param>
/// <param name="Most">The most characters.</param>
public sealed record PromotionTextTooLong(string Where, int Most) : Error("promotion-text-too-long", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Where;

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>No whole number in the range.</summary>
/// <param name="Where">The field.</param>
/// <param name="Least">The least.</param>
/// <param name="Most">The most.</param>
public sealed record PromotionNumberInvalid(string Where, long Least, long Most) : Error("promotion-number-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Where;

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Least, Most];
}

/// <summary>No amount of money more than nothing, or too much of it.</summary>
/// <param name="Where">The field.</param>
/// <param name="MostCents">The most.</param>
public sealed record PromotionMoneyInvalid(string Where, long MostCents) : Error("promotion-money-invalid", ErrorKind.Invalid)
{
    /// <summary>The most that a budget, or a purchase, can be set to: $20,000,000.</summary>
    public const int MostOfAllCents = 2_000_000_000;

    /// <inheritdoc/>
    public override string? Field => Where;

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [new Money(MostCents)];
}

/// <summary>Points are given by a fixed amount or by the dollar, not by both.</summary>
public sealed record PromotionGivesTwice() : Error("promotion-gives-twice", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "perDollar";
}

/// <summary>It begins and ends at the same hour.</summary>
public sealed record PromotionHoursEqual() : Error("promotion-hours-equal", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "toHour";
}

/// <summary>No department can have that name: it has a bar in it, or is too long.</summary>
/// <param name="Named">As typed.</param>
/// <param name="Most">The most characters.</param>
public sealed record PromotionDepartmentInvalid(string Named, int Most) : Error("promotion-department-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "departments";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Named, Most];
}

/// <summary>No day, where one has to be given.</summary>
/// <param name="Where">The field.</param>
public sealed record PromotionDayInvalid(string Where) : Error("promotion-day-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Where;
}

/// <summary>The last day is before the first.</summary>
public sealed record PromotionEndsBeforeStart() : Error("promotion-ends-before-start", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "endsOn";
}

/// <summary>A list of stores names one that there is not.</summary>
/// <param name="Where">The field.</param>
/// <param name="Named">As typed.</param>
public sealed record PromotionStoreUnknown(string Where, string Named) : Error("promotion-store-unknown", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Where;

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Named];
}

/// <summary>None of the choices there are.</summary>
/// <param name="Where">The field.</param>
public sealed record PromotionChoiceInvalid(string Where) : Error("promotion-choice-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Where;
}

/// <summary>A budget is raised, not lowered, and not given to a promotion that has none.</summary>
/// <param name="Where">The field.</param>
public sealed record PromotionBudgetNotRaised(string Where) : Error("promotion-budget-not-raised", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => Where;
}
