namespace Rewards.Domain.Mail;

/// <summary>
/// That a shopper was written to before something of theirs ends: once a lot of points (shopper and lot are unique) and once a
/// voucher (it is unique). Written in the transaction that queues the mail.
/// </summary>
public sealed class Reminder
{
    private Reminder()
    {
    }

    /// <summary>Reminds of a month's points.</summary>
    /// <param name="id">Made at the edge; the mail's subject.</param>
    /// <param name="shopperId">Who.</param>
    /// <param name="lotNumber">yyyymm.</param>
    /// <param name="at">UTC.</param>
    public static Reminder OfPoints(Guid id, Guid shopperId, int lotNumber, DateTime at) =>
        new() { Id = id, ShopperId = shopperId, LotNumber = lotNumber, At = at };

    /// <summary>Reminds of a voucher.</summary>
    /// <param name="id">Made at the edge; the mail's subject.</param>
    /// <param name="shopperId">Who.</param>
    /// <param name="voucherId">Which.</param>
    /// <param name="at">UTC.</param>
    public static Reminder OfVoucher(Guid id, Guid shopperId, Guid voucherId, DateTime at) =>
        new() { Id = id, ShopperId = shopperId, VoucherId = voucherId, At = at };

    /// <summary>Its name; the mail's subject.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who.</summary>
    public Guid ShopperId { get; private set; }

    /// <summary>The month of the points, yyyymm; null where it is about a voucher.</summary>
    public int? LotNumber { get; private set; }

    /// <summary>The voucher; null where it is about points.</summary>
    public Guid? VoucherId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}
