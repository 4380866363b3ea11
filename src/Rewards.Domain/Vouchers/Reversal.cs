namespace Rewards.Domain.Vouchers;

/// <summary>Why a redemption is undone.</summary>
public enum ReversalReason
{
    /// <summary>The wrong amount was typed.</summary>
    WrongAmount = 1,

    /// <summary>The wrong voucher was taken.</summary>
    WrongVoucher = 2,

    /// <summary>The purchase did not happen.</summary>
    SaleCancelled = 3,
}

/// <summary>The undoing of a redemption: a row that names it, unique by it.</summary>
public sealed class Reversal
{
    private Reversal()
    {
    }

    /// <summary>Takes down a reversal.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="redemptionId">What is undone; unique.</param>
    /// <param name="amountCents">The redemption's recorded amount.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">By whom: another person than who redeemed.</param>
    /// <param name="at">UTC.</param>
    public Reversal(Guid id, Guid redemptionId, int amountCents, ReversalReason reason, RedeemedBy by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(by);
        Id = id;
        RedemptionId = redemptionId;
        AmountCents = amountCents;
        Reason = reason;
        (ActorId, StaffId, Supervisor) = (by.ActorId, by.IsStaff ? by.ActorId : null, by.Cashier);
        At = at;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>What is undone; unique.</summary>
    public Guid RedemptionId { get; private set; }

    /// <summary>The redemption's recorded amount, in cents.</summary>
    public int AmountCents { get; private set; }

    /// <summary>Why.</summary>
    public ReversalReason Reason { get; private set; }

    /// <summary>Who sent it: a member of staff or a key of the tills.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>By which member of staff; null where a till's key sent it.</summary>
    public Guid? StaffId { get; private set; }

    /// <summary>By which supervisor, as the till names them; null at the desk.</summary>
    public string? Supervisor { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Whether somebody sent it, for whoever they name.</summary>
    public bool IsBy(RedeemedBy by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return ActorId == by.ActorId && Supervisor == by.Cashier;
    }
}
