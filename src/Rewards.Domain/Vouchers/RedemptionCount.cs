namespace Rewards.Domain.Vouchers;

/// <summary>Whose redemptions are counted. The order is that in which they are counted: what most share is held shortest.</summary>
public enum RedemptionScope
{
    /// <summary>A member of staff, or a cashier as the till names them.</summary>
    Cashier = 1,

    /// <summary>A register.</summary>
    Register = 2,

    /// <summary>The whole store.</summary>
    Store = 3,
}

/// <summary>
/// What was redeemed at a store in one hour by one of them. Moves only with a redemption, in its transaction, by a guarded write that cannot
/// pass the limit.
/// </summary>
public sealed class RedemptionCount
{
    /// <summary>The longest <see cref="Subject"/>.</summary>
    public const int SubjectLength = 80;

    private RedemptionCount()
    {
    }

    /// <summary>Where.</summary>
    public int StoreNumber { get; private set; }

    /// <summary>When it begins, UTC.</summary>
    public DateTime Hour { get; private set; }

    /// <summary>Whose.</summary>
    public RedemptionScope Scope { get; private set; }

    /// <summary>Which of them: the id of a member of staff, a key's with the cashier's name, a register; empty for the store.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>For how much.</summary>
    public long Cents { get; private set; }
}

/// <summary>A redemption's place in one counter.</summary>
/// <param name="Scope">Whose.</param>
/// <param name="Subject">As of <see cref="RedemptionCount.Subject"/>.</param>
/// <param name="MostCount">How many an hour.</param>
/// <param name="MostCents">For how much an hour.</param>
public sealed record RedemptionLimit(RedemptionScope Scope, string Subject, int MostCount, long MostCents);

/// <summary>What is counted together, all of it or nothing.</summary>
/// <param name="StoreNumber">Where.</param>
/// <param name="Hour">When it begins, UTC.</param>
/// <param name="AmountCents">What is redeemed; no more than each limit allows.</param>
/// <param name="Limits">In the order of their scopes, each at most once.</param>
public sealed record CountedRedemption(int StoreNumber, DateTime Hour, int AmountCents, IReadOnlyList<RedemptionLimit> Limits);
