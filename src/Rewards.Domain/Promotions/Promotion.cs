namespace Rewards.Domain.Promotions;

/// <summary>What a promotion gives.</summary>
public enum AwardKind
{
    /// <summary>Points in the shopper's fuel ledger.</summary>
    FuelPoints = 1,

    /// <summary>An entry into the open sweepstakes.</summary>
    SweepstakesEntry = 2,

    /// <summary>A gift voucher.</summary>
    Voucher = 3,
}

/// <summary>Where a promotion stands. It goes from one to the next, and between running and paused; nothing leads back.</summary>
public enum PromotionState
{
    /// <summary>Being written: gives nothing, can be changed.</summary>
    Draft = 1,

    /// <summary>Gives from its first day to its last.</summary>
    Running = 2,

    /// <summary>Gives nothing until it is resumed.</summary>
    Paused = 3,

    /// <summary>Gives nothing any more.</summary>
    Ended = 4,
}

/// <summary>All that is set about a promotion before it runs, and never afterwards.</summary>
/// <param name="Name">As the office calls it.</param>
/// <param name="Kind">What it gives.</param>
/// <param name="Rule">The <see cref="PromotionRule"/> as JSON.</param>
/// <param name="StartsOn">First day, in the programme's time zone.</param>
/// <param name="EndsOn">Last day; null for no end.</param>
/// <param name="BudgetCents">What may be given in all, in cents; null for no limit.</param>
/// <param name="BudgetCount">How many awards may be given in all; null for no limit.</param>
/// <param name="Group">Of promotions with the same group one gives, the first by priority; null for none.</param>
/// <param name="Priority">The greater goes first.</param>
/// <param name="Stacks">Whether it gives beside others of its group.</param>
public sealed record PromotionTerms(
    string Name,
    AwardKind Kind,
    string Rule,
    DateOnly StartsOn,
    DateOnly? EndsOn = null,
    long? BudgetCents = null,
    long? BudgetCount = null,
    string? Group = null,
    int Priority = 0,
    bool Stacks = false);

/// <summary>
/// What marketing offers for a response. <see cref="SpentCents"/> and <see cref="AwardedCount"/> move only by a guarded update
/// that cannot pass the budget.
/// </summary>
public sealed class Promotion
{
    /// <summary>The longest <see cref="Key"/>.</summary>
    public const int KeyLength = 40;

    /// <summary>The longest <see cref="Name"/>.</summary>
    public const int NameLength = 120;

    /// <summary>The longest <see cref="Group"/>.</summary>
    public const int GroupLength = 40;

    /// <summary>How much of a budget is spent when its first alarm is raised, in percent.</summary>
    public const int FirstAlarm = 80;

    /// <summary>The second alarm: what is left is not enough for what was to be given. Nothing is given from then on.</summary>
    public const int LastAlarm = 100;

    private Promotion()
    {
    }

    /// <summary>Writes a promotion down.</summary>
    /// <param name="key">Lower-case words joined by hyphens; unique.</param>
    /// <param name="terms">What is set about it.</param>
    /// <param name="state">Where it stands.</param>
    public Promotion(string key, PromotionTerms terms, PromotionState state)
    {
        Key = key;
        Take(terms);
        State = state;
    }

    /// <summary>Given by the database.</summary>
    public int Id { get; private set; }

    /// <summary>Lower-case words joined by hyphens; unique.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What it gives.</summary>
    public AwardKind Kind { get; private set; }

    /// <summary>As the office calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The <see cref="PromotionRule"/> as JSON.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>First day, in the programme's time zone.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day; null for no end.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Where it stands.</summary>
    public PromotionState State { get; private set; }

    /// <summary>Concurrency token of terms and state; what is given does not count it up.</summary>
    public int Version { get; private set; }

    /// <summary>Of promotions with the same group one gives; null for none.</summary>
    public string? Group { get; private set; }

    /// <summary>The greater goes first within the group.</summary>
    public int Priority { get; private set; }

    /// <summary>Whether it gives beside others of its group.</summary>
    public bool Stacks { get; private set; }

    /// <summary>What may be given in all, in cents; null for no limit.</summary>
    public long? BudgetCents { get; private set; }

    /// <summary>How many awards may be given in all; null for no limit.</summary>
    public long? BudgetCount { get; private set; }

    /// <summary>What was given so far, in cents; only of promotions with a budget.</summary>
    public long SpentCents { get; private set; }

    /// <summary>How many awards were given so far; only of promotions with a budget.</summary>
    public long AwardedCount { get; private set; }

    /// <summary>The last alarm that was raised: 0, <see cref="FirstAlarm"/> or <see cref="LastAlarm"/>.</summary>
    public int AlarmedPercent { get; private set; }

    /// <summary>Whether giving one has to be booked against a budget.</summary>
    public bool HasBudget => BudgetCents is not null || BudgetCount is not null;

    /// <summary>What is set about it.</summary>
    public PromotionTerms Terms() =>
        new(Name, Kind, Rule, StartsOn, EndsOn, BudgetCents, BudgetCount, Group, Priority, Stacks);

    /// <summary>Changes a draft.</summary>
    public void Rewrite(PromotionTerms terms)
    {
        Require(State == PromotionState.Draft);
        Take(terms);
        Version++;
    }

    /// <summary>Lets a draft run, from its first day on.</summary>
    public void Publish() => Move(PromotionState.Draft, PromotionState.Running);

    /// <summary>Stops giving until <see cref="Resume"/>.</summary>
    public void Pause() => Move(PromotionState.Running, PromotionState.Paused);

    /// <summary>Gives again.</summary>
    public void Resume() => Move(PromotionState.Paused, PromotionState.Running);

    /// <summary>Gives nothing any more.</summary>
    public void End()
    {
        Require(State is PromotionState.Running or PromotionState.Paused);
        State = PromotionState.Ended;
        Version++;
    }

    private void Move(PromotionState from, PromotionState to)
    {
        Require(State == from);
        State = to;
        Version++;
    }

    private static void Require(bool allowed)
    {
        if (!allowed)
        {
            throw new InvalidOperationException("A promotion does not go that way; the use case looks first.");
        }
    }

    private void Take(PromotionTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        (Name, Kind, Rule, StartsOn, EndsOn) = (terms.Name, terms.Kind, terms.Rule, terms.StartsOn, terms.EndsOn);
        (BudgetCents, BudgetCount) = (terms.BudgetCents, terms.BudgetCount);
        (Group, Priority, Stacks) = (terms.Group, terms.Priority, terms.Stacks);
    }
}
