using Rewards.Data;

namespace Rewards.Application.Audit;

/// <summary>
/// Holds what moves in place, and so cannot be hashed for good, against what is linked: balances against their lines, what is void, published
/// or decided against the act that did it, counters against what was given, owners against each other. What is compared is read by one statement,
/// so that what is written meanwhile is seen whole or not at all; page by page or only what does not agree, so that memory does not grow.
/// </summary>
public sealed class VerifyBooks(RewardsDb db, Vault vault)
{
    /// <summary>Verifies all of it.</summary>
    /// <param name="faults">What does not agree is added.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task RunAsync(AuditFindings faults, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(faults);
        foreach (var book in (IAsyncEnumerable<string>[])
        [
            VoucherBooks.BalancesAsync(db),
            VoucherBooks.VoidsAsync(db),
            VoucherBooks.OriginsAsync(db),
            VoucherBooks.CodesAsync(db, vault),
            VoucherBooks.OfflineAsync(db),
            AwardBooks.AwardsAsync(db),
            AwardBooks.GivenAsync(db),
            AwardBooks.RefundsAsync(db),
            AwardBooks.AdjustmentsAsync(db),
            PromotionBooks.ActsAsync(db),
            PromotionBooks.CountersAsync(db),
            EntryBooks.CountersAsync(db),
            DispositionBooks.PrizesAsync(db),
            PeopleBooks.CardsAsync(db),
            PeopleBooks.StaffAsync(db),
        ])
        {
            await foreach (var fault in book.WithCancellation(cancellationToken))
            {
                faults.Add(fault);
            }
        }
    }
}
