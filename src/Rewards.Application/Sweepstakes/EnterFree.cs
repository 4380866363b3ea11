using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Mail;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Enters the open sweepstakes without a purchase: the entry, its receipt by mail, and the person where nothing was known of them, in
/// one transaction. One a day a person on this page, and by all ways together no more than the rules allow. However often a form is
/// sent there is one entry: its id decides. Two of one person at once are decided in turn by the shopper's version.
/// </summary>
public sealed class EnterFree(
    RewardsDb db,
    RacingWrite race,
    ReadEntrant read,
    AddFreeEntry add,
    ReferenceData reference,
    Vault vault,
    OutboxBell bell,
    ChainSettings chain,
    TimeProvider clock)
{
    /// <summary>
    /// Enters. Refuses as <see cref="ReadEntrant.Of"/> does, and with <c>sweepstakes-none-open</c>, <c>entry-terms-unaccepted</c>,
    /// <c>entry-state-void</c>, <c>entered-today</c>, <c>person-entries-spent</c>, <c>household-entries-spent</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="typed">As typed.</param>
    /// <param name="agrees">Whether they say that they are old enough and agree to the rules.</param>
    /// <param name="mark">What the form carries: the same sent again is the same entry.</param>
    /// <param name="language">The language of the mail, two letters.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What the entry's page is found by.</returns>
    public async Task<Outcome<EnteredFree>> RunAsync(
        EntrantForm typed, bool agrees, string? mark, string language, CancellationToken cancellationToken)
    {
        // Before the first lock, never after.
        var (known, now) = (await reference.GetAsync(cancellationToken), clock.GetUtcNow().UtcDateTime);
        if (known.SweepstakesAt(now) is not { } period)
        {
            return new SweepstakesNoneOpen();
        }

        if (read.Of(typed, isEmailNeeded: true).IsRefused(out var refusal, out var entrant))
        {
            return refusal;
        }

        if ((agrees ? AddFreeEntry.Refusal(period, entrant) : new EntryTermsUnaccepted(period.Terms.MinimumAge)) is { } forbidden)
        {
            return forbidden;
        }

        var today = Zone.DayOf(now, chain.TimeZone);
        var id = vault.NameOf(string.Create(
            CultureInfo.InvariantCulture, $"enter/{today:O}/{EmailAddress.Canonical(entrant.Email!)}/{entrant.Address.Canonical}/{mark}"));
        var outcome = await race.RunAsync(AttemptAsync, () => add.LockAsync(entrant, cancellationToken), cancellationToken);
        bell.Ring();
        return outcome;

        async Task<Outcome<EnteredFree>> AttemptAsync()
        {
            await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
            var shopper = await add.PersonAsync(entrant, language, cancellationToken);

            // One statement: between two, the same form could come in on another connection and be taken for another one of the day.
            var before = await db.FreeEntries.Where(e => e.ShopperId == shopper.Id && e.EnteredOn == today && e.Way == FreeEntryWay.Online)
                .Select(e => e.Id).ToListAsync(cancellationToken);
            if (before.Count > 0)
            {
                return before.Contains(id) ? new EnteredFree(id) : new EnteredToday();
            }

            if ((await add.RunAsync(id, period, shopper, entrant, FreeEntryWay.Online, today, cancellationToken)).Error is { } refused)
            {
                return refused;
            }

            if (transaction is not null)
            {
                await transaction.CommitAsync(cancellationToken);
            }

            return new EnteredFree(id);
        }
    }
}

/// <summary>A free entry that was taken, now or when the form was sent first.</summary>
/// <param name="Id">What its page is found by; nobody else can make it up.</param>
public sealed record EnteredFree(Guid Id);
