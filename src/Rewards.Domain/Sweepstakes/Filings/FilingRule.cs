using Rewards.Domain.Shoppers;

namespace Rewards.Domain.Sweepstakes.Filings;

/// <summary>From when the days of a rule are counted.</summary>
public enum FilingMoment
{
    /// <summary>Due so many days before the period begins.</summary>
    BeforeOpening = 1,

    /// <summary>Due so many days after the period has ended.</summary>
    AfterClosing = 2,
}

/// <summary>
/// What a state asks of whoever runs a sweepstakes there, as a setting with its date and source: guidance for the office's calendar,
/// not legal advice.
/// </summary>
public sealed record FilingRule
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int TextLength = 300;

    /// <summary>The longest name of a state, in UTF-16 units.</summary>
    public const int PlaceLength = 60;

    /// <summary>The state, by name or letters.</summary>
    public string Place { get; init; } = "";

    /// <summary>Asked where all prizes together are worth more than this, in cents of retail value.</summary>
    public long OverCents { get; init; }

    /// <summary>From when <see cref="Days"/> are counted.</summary>
    public FilingMoment Moment { get; init; } = FilingMoment.BeforeOpening;

    /// <summary>Days before or after, in the programme's time zone.</summary>
    public int Days { get; init; }

    /// <summary>Asked of periods that begin on this day or later; null for all.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Asked of periods that begin on this day or earlier; null for all.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What is to be done.</summary>
    public string Text { get; init; } = "";

    /// <summary>The same in Spanish; where empty, the English text stands for both.</summary>
    public string TextEs { get; init; } = "";

    /// <summary>Where it is written.</summary>
    public string Source { get; init; } = "";

    /// <summary>When somebody last looked there.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>Whether it is asked of a sweepstakes.</summary>
    /// <param name="prizeCents">The retail value of all prizes, in cents.</param>
    /// <param name="firstDay">Of the period.</param>
    /// <param name="voidIn">States where it is void, as <see cref="UsState.Join"/> writes them.</param>
    public bool Asks(long prizeCents, DateOnly firstDay, string voidIn)
    {
        ArgumentNullException.ThrowIfNull(voidIn);
        return prizeCents > OverCents
            && (From is null || firstDay >= From)
            && (Until is null || firstDay <= Until)
            && !(UsState.TryFind(Place, out var state) && state.IsIn(voidIn));
    }

    /// <summary>The last day on which it can be done.</summary>
    /// <param name="firstDay">Of the period.</param>
    /// <param name="lastDay">Of the period.</param>
    public DateOnly DueOn(DateOnly firstDay, DateOnly lastDay) => Moment == FilingMoment.BeforeOpening ? firstDay.AddDays(-Days) : lastDay.AddDays(Days);
}
