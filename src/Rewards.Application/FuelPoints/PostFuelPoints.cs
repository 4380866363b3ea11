using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;

namespace Rewards.Application.FuelPoints;

/// <summary>
/// Adds lines to shoppers' ledgers: the one place that does. Saves nothing itself. Whoever posts has touched the shopper, whose
/// version decides between two that do; the unique sequence of each lot stands behind it (<see cref="RacingWrite"/> decides anew).
/// </summary>
public sealed class PostFuelPoints(RewardsDb db, PortalSettings settings, TimeProvider clock)
{
    /// <summary>Today in the programme's time zone.</summary>
    public DateOnly Today => Zone.DayOf(clock.GetUtcNow().UtcDateTime, settings.Portal.TimeZone);

    /// <summary>Opens a shopper's ledger to write to: tracked, touched, with all live lots; null where there is no such shopper.</summary>
    /// <param name="shopperId">Whose.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<OpenLedger?> OpenAsync(Guid shopperId, CancellationToken cancellationToken)
    {
        var today = Today;
        return await ShopperEnds.OfAsync(db, shopperId, today) is { } found ? Open(found.Shopper, found.On(today)) : null;
    }

    /// <summary>Locks a shopper until the caller's transaction ends, by counting the version up.</summary>
    /// <param name="shopperId">Who.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<int> LockAsync(Guid shopperId, CancellationToken cancellationToken) => db.Shoppers
        .Where(s => s.Id == shopperId)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version + 1), cancellationToken);

    /// <summary>Locks the response of a receipt as everyone does, behind its shopper, until the caller's transaction ends.</summary>
    /// <param name="receiptId">Of which receipt.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="DbUpdateConcurrencyException">It became a shopper's in between, who is not locked: to be tried anew.</exception>
    public async Task<bool> LockResponseAsync(long receiptId, CancellationToken cancellationToken)
    {
        var response = db.Responses.Where(r => r.ReceiptId == receiptId);
        var shopperId = await response.Select(r => r.ShopperId).SingleOrDefaultAsync(cancellationToken);
        if (shopperId is { } id)
        {
            await LockAsync(id, cancellationToken);
        }

        var locked = await response.ExecuteUpdateAsync(set => set.SetProperty(r => r.Version, r => r.Version + 1), cancellationToken);
        if (await response.Select(r => r.ShopperId).SingleOrDefaultAsync(cancellationToken) != shopperId)
        {
            throw new DbUpdateConcurrencyException("The response was sent or claimed in between.");
        }

        return locked == 1;
    }

    /// <summary>Opens the ledger of a shopper who was read with the ends of the live lots.</summary>
    internal OpenLedger Open(Shopper shopper, IEnumerable<LotEnd> ends)
    {
        db.Attach(shopper);
        shopper.Touch();
        return new OpenLedger(shopper, new FuelLedger(shopper.Id, ends));
    }

    /// <summary>Where one lot of a shopper ends, live or not.</summary>
    public async Task<LotEnd> EndOfAsync(Guid shopperId, Lot lot, CancellationToken cancellationToken)
    {
        var number = lot.Number;
        var last = await db.FuelPointPostings.AsNoTracking()
            .Where(p => p.ShopperId == shopperId && p.LotNumber == number)
            .OrderByDescending(p => p.Sequence)
            .Select(p => new { p.Sequence, p.BalanceAfter })
            .FirstOrDefaultAsync(cancellationToken);
        return new LotEnd(lot, last?.Sequence ?? 0, last?.BalanceAfter ?? 0);
    }

    /// <summary>
    /// Posts what stays of a granted award after the refunds so far, in this month's lot; lets it wait where the till has to confirm
    /// the receipt first; declines it where nothing of it stays.
    /// </summary>
    public void Earned(FuelLedger ledger, Award award, PaidReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(award);
        ArgumentNullException.ThrowIfNull(receipt);
        if (settings.FuelPoints.PendingUntilTillConfirms && !receipt.IsSettledOn(Today, settings.FuelPoints.PendingDays))
        {
            award.Wait();
            return;
        }

        var points = receipt.Keeps(award);
        if (points > 0)
        {
            Add(ledger, Lot.Of(Today), PostingKind.Earned, points, PostingCause.Award(award.Id));
        }
        else
        {
            award.Cancel();
        }
    }

    /// <summary>Adds the next line of a lot.</summary>
    public void Add(FuelLedger ledger, Lot lot, PostingKind kind, int points, PostingCause cause)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var now = clock.GetUtcNow();
        db.FuelPointPostings.Add(ledger.Post(Guid.CreateVersion7(now), lot, kind, points, cause, now.UtcDateTime));
    }
}

/// <summary>A shopper's ledger, open to be written to.</summary>
/// <param name="Shopper">Tracked and touched.</param>
/// <param name="Ledger">All live lots.</param>
public sealed record OpenLedger(Shopper Shopper, FuelLedger Ledger);
