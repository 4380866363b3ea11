using Rewards.Domain;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>A voucher for whoever has its code.</summary>
public sealed class ShowVoucher(FindVoucher find, ReferenceData reference, PortalSettings settings, TimeProvider clock)
{
    /// <summary>Shows a voucher. Refuses as <see cref="FindVoucher"/> does.</summary>
    /// <param name="code">As typed or scanned.</param>
    /// <param name="client">The client's address.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<ShownVoucher>> RunAsync(string? code, string client, CancellationToken cancellationToken)
    {
        var found = await find.RunAsync(code, client, cancellationToken);
        if (found.IsRefused(out var refusal, out var voucher))
        {
            return refusal;
        }

        var today = Zone.DayOf(clock.GetUtcNow().UtcDateTime, settings.Portal.TimeZone);
        return new ShownVoucher(voucher, ShownVoucher.StateOf(voucher.Terms, today), (await reference.GetAsync(cancellationToken)).NamesOf(voucher.Stores));
    }
}

/// <summary>A voucher in its owner's hand.</summary>
/// <param name="Voucher">The voucher.</param>
/// <param name="State">Whether it is good.</param>
/// <param name="StoreNames">The only stores it is good at, by name; null for all.</param>
public sealed record ShownVoucher(FoundVoucher Voucher, VoucherState State, string? StoreNames)
{
    /// <summary>Whether a voucher is good on a day of the programme's time zone.</summary>
    public static VoucherState StateOf(VoucherTerms terms, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms switch
        {
            { IsVoid: true } => VoucherState.Void,
            { LeftCents: 0 } => VoucherState.Used,
            _ => today > terms.LastDay ? VoucherState.Expired : VoucherState.Good,
        };
    }
}

/// <summary>Whether a voucher is good.</summary>
public enum VoucherState
{
    /// <summary>Something is left, and its last day is not over.</summary>
    Good,

    /// <summary>Nothing is left.</summary>
    Used,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>It was made void; if it was lost, another stands in its place.</summary>
    Void,
}
