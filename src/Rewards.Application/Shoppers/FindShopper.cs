using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;

namespace Rewards.Application.Shoppers;

/// <summary>
/// The person that contact details stand for: whoever the e-mail is of, else whoever the card is of. A card typed beside an e-mail
/// does not make the two one person, because nobody has shown that it is theirs: what is earned with a card alone must not come to
/// an address that somebody else typed with it. A card shown at the till does (docs/decisions/0010-a-card-is-not-an-address.md).
/// </summary>
public sealed class FindShopper(RewardsDb db, RecordAct record, ChainSettings chain, TimeProvider clock)
{
    /// <summary>
    /// Finds the person, tracked, with the days on which promotions were given; adds a new one where there is
    /// none, to be saved with what it is for. Two at once are decided by the unique indexes: the loser's save fails.
    /// </summary>
    /// <param name="details">Trimmed and valid, with at least one of the two.</param>
    /// <param name="language">The language to write in.</param>
    /// <param name="since">How far back limited promotions look, UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<FoundShopper> RunAsync(ContactDetails details, string language, DateTime since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(details);
        var lot = Lot.Of(Zone.DayOf(clock.GetUtcNow().UtcDateTime, chain.TimeZone));
        var found = new List<Line>();
        var lines = details.Email is { } email
            ? _byEmail.On(db)(db, EmailAddress.Canonical(email), since, lot.Number)
            : _byCard.On(db)(db, details.Card!, since, lot.Number);
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            found.Add(line);
        }

        if (found.Count == 0)
        {
            var now = clock.GetUtcNow();
            var newcomer = new Shopper(Guid.CreateVersion7(now), details.Email, details.Email is null ? details.Card : null, language, now.UtcDateTime);
            db.Shoppers.Add(newcomer);
            return new FoundShopper(newcomer, IsNew: true, new Dictionary<int, IReadOnlyList<DateTime>>(), new FuelLedger(newcomer.Id));
        }

        var shopper = found[0].Shopper;
        db.Attach(shopper);
        shopper.Touch();
        return new FoundShopper(
            shopper,
            IsNew: false,
            found.Where(f => f.At is not null)
                .GroupBy(f => f.PromotionId!.Value)
                .ToDictionary(g => g.Key, IReadOnlyList<DateTime> (g) => [.. g.Select(f => f.At!.Value)]),
            new FuelLedger(shopper.Id, new LotEnd(lot, found[0].Sequence ?? 0, found[0].Balance ?? 0)));
    }

    /// <summary>
    /// Gives a person who left an e-mail the card that was shown with their receipt: where they have none, nobody else has it, and
    /// they typed no other. Asks the database only where such a card may be given. Two who are to get one card at once are decided
    /// by the unique index: the loser's save fails, and trying anew leaves it with the winner.
    /// </summary>
    /// <param name="person">From <see cref="RunAsync"/>; saved by the caller.</param>
    /// <param name="details">As they were left.</param>
    /// <param name="tillsCard">As the till registered it with the receipt; null where it did not.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task LinkAsync(FoundShopper person, ContactDetails details, string? tillsCard, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(details);
        if (tillsCard is not null && person.Shopper is { Email: not null, LoyaltyCard: null } shopper
            && (details.Card ?? tillsCard) == tillsCard
            && !await db.Shoppers.AnyAsync(s => s.LoyaltyCard == tillsCard, cancellationToken))
        {
            shopper.TakeCard(tillsCard);
            record.Add(AuditAct.CardLinked, by: null, AuditSubject.Of(shopper.Id), ("card", Shopper.MaskedName(null, tillsCard)));
        }
    }

    /// <summary>
    /// Locks the person that details stand for, if there is one, until the caller's transaction ends, by counting the version up.
    /// </summary>
    /// <param name="details">Trimmed and valid.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<int> LockAsync(ContactDetails details, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(details);
        var emailKey = details.Email is null ? null : EmailAddress.Canonical(details.Email);
        return db.Shoppers
            .Where(s => emailKey != null ? s.EmailKey == emailKey : details.Card != null && s.LoyaltyCard == details.Card)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version + 1), cancellationToken);
    }

    private static readonly CompiledQuery<Func<RewardsDb, string, DateTime, int, IAsyncEnumerable<Line>>> _byEmail = By(nameof(Shopper.EmailKey));

    private static readonly CompiledQuery<Func<RewardsDb, string, DateTime, int, IAsyncEnumerable<Line>>> _byCard = By(nameof(Shopper.LoyaltyCard));

    private static CompiledQuery<Func<RewardsDb, string, DateTime, int, IAsyncEnumerable<Line>>> By(string column) => new(() => EF.CompileAsyncQuery(
        (RewardsDb db, string key, DateTime since, int lot) =>
            from shopper in db.Shoppers.AsNoTracking()
            where EF.Property<string>(shopper, column) == key
            from award in db.Awards
                .Where(a => a.ShopperId == shopper.Id && (a.Status == AwardStatus.Granted || a.Status == AwardStatus.Pending) && a.At >= since)
                .DefaultIfEmpty()
            select new Line(
                shopper,
                (int?)award.PromotionId,
                (DateTime?)award.At,
                db.FuelPointPostings.Where(p => p.ShopperId == shopper.Id && p.LotNumber == lot).Max(p => (int?)p.Sequence),
                db.FuelPointPostings.Where(p => p.ShopperId == shopper.Id && p.LotNumber == lot)
                    .OrderByDescending(p => p.Sequence).Select(p => (int?)p.BalanceAfter).FirstOrDefault())));

    // Its last two say where this month's points end: by one seek each.
    private sealed record Line(Shopper Shopper, int? PromotionId, DateTime? At, int? Sequence, int? Balance);
}

/// <summary>A person and what was given to them lately.</summary>
/// <param name="Shopper">Tracked.</param>
/// <param name="IsNew">Whether nothing was known of them before.</param>
/// <param name="GivenAt">By promotion, UTC.</param>
/// <param name="Ledger">This month's points: where the next line goes.</param>
public sealed record FoundShopper(
    Shopper Shopper, bool IsNew, IReadOnlyDictionary<int, IReadOnlyList<DateTime>> GivenAt, FuelLedger Ledger);
