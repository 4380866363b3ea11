using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Shoppers;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Surveys;
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
        return Evaluation.Decide(
            known.Offers, FactsOf(known, storeNumber, departments, totalCents, person), RandomNumberGenerator.GetInt32);
    }

    /// <summary>Decides a held award again for the person who claims it.</summary>
    /// <param name="known">The sweepstakes.</param>
    /// <param name="promotion">The promotion that the award is by, running or not.</param>
    /// <param name="held">The award.</param>
    /// <param name="response">What it was earned with.</param>
    /// <param name="person">Who claims it.</param>
    public AwardDecision DecideClaim(
        ReferenceSnapshot known, Promotion promotion, Award held, Response response, FoundShopper person)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(promotion);
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(response);
        return Evaluation.DecideClaim(
            new AwardDecision(ReferenceData.OfferOf(promotion), held.Status, held.Amount, held.Reason),
            FactsOf(known, response.StoreNumber, response.Touchpoints.Split('|', StringSplitOptions.RemoveEmptyEntries), totalCents: null, person));
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

    private AwardFacts FactsOf(
        ReferenceSnapshot known, int storeNumber, IReadOnlyList<string> departments, long? totalCents, FoundShopper? person)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new AwardFacts(
            storeNumber,
            departments,
            totalCents,
            Zone.DayOf(now, settings.Portal.TimeZone),
            person is not null,
            known.SweepstakesAt(now) is not null,
            person?.LastGivenAt.ToDictionary(g => g.Key, g => Zone.DayOf(g.Value, settings.Portal.TimeZone)) ?? []);
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
