namespace Rewards.Domain.Audit;

/// <summary>What someone did that moves value, or lets others move it.</summary>
public enum AuditAct
{
    /// <summary>A promotion began to run.</summary>
    PromotionPublished = 1,

    /// <summary>A promotion stopped for a while.</summary>
    PromotionPaused = 2,

    /// <summary>A promotion went on.</summary>
    PromotionResumed = 3,

    /// <summary>A promotion stopped for good.</summary>
    PromotionEnded = 4,

    /// <summary>The budget of a promotion that runs was raised.</summary>
    PromotionBudgetRaised = 5,

    /// <summary>A key of the interface was made.</summary>
    ApiKeyMade = 10,

    /// <summary>A key of the interface was ended.</summary>
    ApiKeyRevoked = 11,

    /// <summary>A voucher was made void.</summary>
    VoucherVoided = 20,

    /// <summary>A voucher was made void, and another was issued for it.</summary>
    VoucherReissued = 21,

    /// <summary>Points were to be given or taken by hand.</summary>
    AdjustmentProposed = 30,

    /// <summary>They were.</summary>
    AdjustmentApproved = 31,

    /// <summary>They were not.</summary>
    AdjustmentDeclined = 32,

    /// <summary>Someone got an account.</summary>
    StaffAdded = 40,

    /// <summary>Someone changed the own password.</summary>
    PasswordChanged = 41,

    /// <summary>Someone signs in with a second step from now on.</summary>
    SecondStepAdded = 42,

    /// <summary>Someone signs in without the second step from now on.</summary>
    SecondStepRemoved = 43,

    /// <summary>Someone added a passkey.</summary>
    PasskeyAdded = 44,

    /// <summary>Someone removed a passkey.</summary>
    PasskeyRemoved = 45,

    /// <summary>The entries of a sweepstakes were frozen.</summary>
    DrawFrozen = 50,

    /// <summary>A draw was committed to.</summary>
    DrawCommitted = 51,

    /// <summary>A draw was run.</summary>
    DrawRun = 52,


    /// <summary>Someone has looked at an alert.</summary>
    AlertAcknowledged = 62,
