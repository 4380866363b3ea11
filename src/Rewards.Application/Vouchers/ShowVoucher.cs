using Rewards.Domain;

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
        var onlyAt = voucher.StoreNumber is { } number ? await reference.StoreAsync(number, cancellationToken) : null;
        return new ShownVoucher(
            voucher,
            ShownVoucher.StateOf(voucher.BalanceCents, voucher.LastDay, today),
            onlyAt?.Name);
    }
}

/// <summary>A voucher in its owner's hand.</summary>
/// <param name="Voucher">The voucher.</param>
/// <param name="State">Whether it is good.</param>
/// <param name="StoreName">The only store it is good at; null for any.</param>
public sealed record ShownVoucher(FoundVoucher Voucher, VoucherState State, string? StoreName)
{
    /// <summary>Whether a voucher is good on a day of the programme's time zone.</summary>
    public static VoucherState StateOf(int balanceCents, DateOnly lastDay, DateOnly today) =>
        balanceCents == 0 ? VoucherState.Used : today > lastDay ? VoucherState.Expired : VoucherState.Good;
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
}
