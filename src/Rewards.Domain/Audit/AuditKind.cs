namespace Rewards.Domain.Audit;

/// <summary>
/// What a link of the audit's chain stands for (docs/audit.md). The number is hashed, and what is hashed of a kind never changes:
/// where a table gets a column that matters, its new rows get a new kind.
/// </summary>
public enum AuditKind
{
    /// <summary>All that was there when the chain began is linked before it.</summary>
    Beginning = 0,

    /// <summary>A line of the ledger of fuel points, with the award that earned it.</summary>
    FuelPointPosting = 1,

    /// <summary>A voucher as it was issued, with the award that gave it.</summary>
    Voucher = 2,

    /// <summary>A taking from a voucher.</summary>
    Redemption = 3,

    /// <summary>The undoing of one.</summary>
    Reversal = 4,

    /// <summary>A spending of fuel points.</summary>
    FuelRedemption = 5,

    /// <summary>The undoing of one.</summary>
    FuelRedemptionReversal = 6,

    /// <summary>Money that went back for a receipt.</summary>
    Refund = 7,

    /// <summary>A chance in a sweepstakes, with the award that gave it.</summary>
    SweepstakesEntry = 8,

    /// <summary>A key of the interface, as it was made.</summary>
    ApiKey = 9,

    /// <summary>What someone did, with what it left on its subject.</summary>
    Act = 10,

    /// <summary>What a desk took without network, as it arrived: accepted or refused.</summary>
    OfflineRedemption = 11,

    /// <summary>A person as they were taken in: the address, or the card of who left none.</summary>
    Shopper = 12,
}
