using Microsoft.EntityFrameworkCore;
using Rewards.Application.Receipts;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Receipts;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>Finds the voucher of a code, and counts the codes that are nobody's (docs/protocols.md §1 and §2).</summary>
public sealed class FindVoucher(RewardsDb db, Vault vault, CodeThrottle throttle, ReceiptCodes receipts, TimeProvider clock)
{
    /// <summary>
    /// Finds. Refuses with <c>voucher-code-slip</c>, <c>too-many-codes</c>, <c>voucher-unknown</c>, and with
    /// <c>voucher-code-of-receipt</c>, which costs nothing: whoever has a receipt is no forger.
    /// </summary>
    /// <param name="code">As typed or scanned.</param>
    /// <param name="client">The client's address.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<FoundVoucher>> RunAsync(string? code, string client, CancellationToken cancellationToken)
    {
        if (!VoucherCode.TryRead(code, out var canonical, out var slip))
        {
            return new VoucherCodeSlip(slip!);
        }

        var hash = vault.HashVoucher(canonical);
        var found = await db.Vouchers.AsNoTracking()
            .Where(v => v.CodeHash == hash)
            .SingleOrDefaultAsync(cancellationToken);
        if (found is not null)
        {
            return new FoundVoucher(found.Id, canonical, found.Terms);
        }

        if (receipts.Read(canonical, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) is ReceiptCodeReading.Valid)
        {
            return new VoucherCodeOfReceipt();
        }

        return await throttle.RefuseUnknownAsync(client, new VoucherUnknown(), cancellationToken);
    }
}

/// <summary>A voucher, as its code opens it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Code">In canonical form.</param>
/// <param name="Terms">What it is good for.</param>
public sealed record FoundVoucher(Guid Id, string Code, VoucherTerms Terms)
{
    /// <summary>What it was worth when issued.</summary>
    public int ValueCents => Terms.ValueCents;

    /// <summary>What can be taken.</summary>
    public int LeftCents => Terms.LeftCents;

    /// <summary>The last day it is good, in the programme's time zone.</summary>
    public DateOnly LastDay => Terms.LastDay;

    /// <summary>The only stores it is good at; null for all.</summary>
    public StoreSet? Stores => Terms.Stores;
}
