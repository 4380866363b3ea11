using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Shoppers;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Promotions;

/// <summary>
/// Turns decisions into what they give: lines in the ledger, entries, vouchers. Adds rows to the caller's unit of work and
/// saves nothing itself, but for budgets: those move by a guarded update, inside the caller's transaction.
/// </summary>
public sealed class GrantAwards(RewardsDb db, Vault vault, PortalSettings settings, TimeProvider clock)
{
    /// <summary>Looks so far back for what was given before: longer than any limit in days.</summary>
    public static readonly TimeSpan LooksBack = TimeSpan.FromDays(62);

    /// <summary>Decides every running promotion for a response.</summary>
    /// <param name="known">Promotions and sweepstakes.</param>
    /// <param name="storeNumber">The receipt's store.</param>
    /// <param name="departments">The receipt's departments.</param>
    /// <param name="totalCents">What was paid, where known.</param>
    /// <param name="person">Who it is for, if anyone was left.</param>
    public IReadOnlyList<AwardDecision> Decide(
        ReferenceSnapshot known, int storeNumber, IReadOnlyList<string> departments, long? totalCents, FoundShopper? person)
    {
        ArgumentNullException.ThrowIfNull(known);
        var now = clock.GetUtcNow().UtcDateTime;
        var facts = new AwardFacts(
            storeNumber,
            departments,
            totalCents,
            Zone.DayOf(now, settings.Portal.TimeZone),
            person is not null,
            known.SweepstakesAt(now) is not null,
            person?.LastGivenAt.ToDictionary(g => g.Key, g => Zone.DayOf(g.Value, settings.Portal.TimeZone)) ?? []);
        return Evaluation.Decide(known.Offers, facts, RandomNumberGenerator.GetInt32);
    }

    /// <summary>
    /// Books an award against its promotion's budget: by one update that cannot pass it. Where nothing is left it is declined.
    /// </summary>
    public async Task<AwardDecision> BookAsync(AwardDecision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var cost = decision.Kind == AwardKind.Voucher ? decision.Amount : 0;
        var booked = await db.Promotions
            .Where(p => p.Id == decision.Offer.Id && p.IsActive && p.SpentCents + cost <= p.BudgetCents)
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.SpentCents, p => p.SpentCents + cost).SetProperty(p => p.AwardedCount, p => p.AwardedCount + 1),
                cancellationToken);
        return booked == 1 ? decision : decision.Decline(AwardReason.BudgetSpent);
    }

    /// <summary>Whether a decision has to be booked first.</summary>
    public static bool NeedsBooking(AwardDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Offer.HasBudget && decision.Status != AwardStatus.Declined;
    }

    /// <summary>Adds the award of a decision for a response, and what it gives.</summary>
    public Award Add(AwardDecision decision, Guid responseId, int storeNumber, Shopper? person, ReferenceSnapshot known)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var now = clock.GetUtcNow().UtcDateTime;
        var heldUntil = decision.Status == AwardStatus.Held ? now.AddDays(settings.Awards.HeldDays) : (DateTime?)null;
        var award = new Award(NewId(), responseId, decision.Offer.Id, decision, heldUntil, person?.Id, now);
        db.Awards.Add(award);
        AddWhatItGives(award, decision, storeNumber, person, known);
        return award;
    }

    /// <summary>Adds what a granted award gives.</summary>
    public void AddWhatItGives(Award award, AwardDecision decision, int storeNumber, Shopper? person, ReferenceSnapshot known)
    {
        ArgumentNullException.ThrowIfNull(award);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(known);
        if (award.Status != AwardStatus.Granted)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var today = Zone.DayOf(now, settings.Portal.TimeZone);
        switch (award.Kind)
        {
            case AwardKind.FuelPoints:
                db.FuelPointPostings.Add(new FuelPointPosting(
                    NewId(), person!.Id, Lot.Of(today), PostingKind.Earned, award.Amount, award.Id, now));
                break;
            case AwardKind.SweepstakesEntry:
                db.SweepstakesEntries.Add(new SweepstakesEntry(
                    EntryId.Create(clock.GetUtcNow()).ToBytes(), known.SweepstakesAt(now)!.Id, person!.Id, EntrySource.Survey, award.Id, today));
                break;
            case AwardKind.Voucher:
                var id = NewId();
                var code = VoucherCode.Create();
                db.Vouchers.Add(new Voucher(
                    id,
                    vault.HashVoucher(code),
                    vault.Seal(code, id.ToByteArray(bigEndian: true)),
                    award.Amount,
                    decision.Offer.Rule.VoucherOnlyAtThisStore ? storeNumber : null,
                    award.Id,
                    person?.Id,
                    now,
                    today.AddDays(decision.Offer.Rule.VoucherDays)));
                break;
        }
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
