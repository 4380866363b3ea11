using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.FuelPoints;
using Rewards.Application.Shoppers;
using Rewards.Application.Surveys;
using Rewards.Application.Sweepstakes;
using Rewards.Application.Webhooks;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Receipts;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Surveys;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Vouchers;
using Rewards.Domain.Webhooks;

namespace Rewards.Application.Promotions;

/// <summary>
/// Decides what a response earns, and turns decisions into what they give: lines in the ledger, entries, vouchers. Adds rows to
/// the caller's unit of work and saves nothing itself, but for budgets and shared limits: those move by guarded updates, inside
/// the caller's transaction.
/// </summary>
public sealed class GrantAwards(
    RewardsDb db, BookAward book, CountEntries countEntries, PostFuelPoints post, Vault vault, PortalSettings settings, TimeProvider clock)
{
    /// <summary>How far back what was given to a shopper has to be known, UTC; now where no promotion asks.</summary>
    /// <param name="offers">The promotions to decide.</param>
    public DateTime LooksBackTo(IEnumerable<Offer> offers)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Evaluation.LooksBackTo(offers, Zone.DayOf(now, settings.Portal.TimeZone)) is { } day
            ? Zone.StartOf(day, settings.Portal.TimeZone)
            : now;
    }

    /// <summary>Decides every running promotion for a response that is being sent, before anything is booked.</summary>
    /// <param name="session">The response and its receipt.</param>
    /// <param name="channel">The way it comes in.</param>
    /// <param name="person">Who it is for, if anyone was left.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Candidates> DecideAsync(
        FeedbackSession session, Channel channel, FoundShopper? person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var facts = await FactsAsync(session.Known, session.Known.Offers, session.Response!, person, cancellationToken) with
        {
            Departments = session.Touchpoints,
            TotalCents = session.Paid.NetCents,
            IsRefunded = session.Paid.IsRefunded,
            Channel = channel,
        };
        return new Candidates(facts, Evaluation.Candidates(session.Known.Offers, facts, RandomNumberGenerator.GetInt32));
    }

    /// <summary>Decides a held award again for the person who claims it.</summary>
    /// <param name="known">The sweepstakes.</param>
    /// <param name="promotion">The promotion that the award is by, running or not.</param>
    /// <param name="held">The award.</param>
    /// <param name="response">What it was earned with.</param>
    /// <param name="person">Who claims it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<AwardDecision> DecideClaimAsync(
        ReferenceSnapshot known, Offer promotion, Award held, Response response, FoundShopper person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(response);
        return Evaluation.DecideClaim(
            new AwardDecision(promotion, held.Status, held.Amount, held.Why()),
            await FactsAsync(known, [promotion], response, person, cancellationToken));
    }

    /// <summary>
    /// Books what has to be booked, in the order of the candidates, and says what is given in the end: what finds its budget or
    /// its limit spent makes room for the next of its group. Everyone books in the same order, entries first, so nobody waits in a
    /// circle.
    /// </summary>
    /// <param name="candidates">From <see cref="DecideAsync"/>.</param>
    /// <param name="person">Who it is for, if anyone was left.</param>
    /// <param name="known">The sweepstakes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<AwardDecision>> SettleAsync(
        Candidates candidates, Shopper? person, ReferenceSnapshot known, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(known);
        var stacking = new Stacking();
        var settled = new List<AwardDecision>(candidates.Decisions.Count);
        var chances = await countEntries.TakeAsync(
            candidates.Decisions.Count(d => d.IsEntry), known.SweepstakesAt(clock.GetUtcNow().UtcDateTime), person, cancellationToken);
        foreach (var candidate in candidates.Decisions)
        {
            var decision = stacking.Settle(candidate);
            decision = decision.IsEntry ? chances.Give(decision) : decision;
            decision = decision.IsToBeBooked ? await book.RunAsync(decision, candidates.Facts, cancellationToken) : decision;
            settled.Add(stacking.Take(decision));
        }

        await countEntries.GiveBackAsync(chances, settled.Count(d => d.IsEntry), cancellationToken);
        return settled;
    }

    /// <summary>Counts the entry of a held award that is claimed; where no more are allowed it is declined.</summary>
    /// <param name="decision">From <see cref="DecideClaimAsync"/>.</param>
    /// <param name="person">Who claims it.</param>
    /// <param name="known">The sweepstakes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<AwardDecision> SettleClaimAsync(
        AwardDecision decision, Shopper person, ReferenceSnapshot known, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(known);
        return decision.IsEntry
            ? (await countEntries.TakeAsync(1, known.SweepstakesAt(clock.GetUtcNow().UtcDateTime), person, cancellationToken)).Give(decision)
            : decision;
    }

    /// <summary>Adds the award of a decision for a response, and what it gives.</summary>
    /// <param name="decision">What was decided.</param>
    /// <param name="response">What it was earned with.</param>
    /// <param name="receipt">What of the receipt decides which points stay and from when.</param>
    /// <param name="person">Whose it is; null where no person was left.</param>
    /// <param name="known">The sweepstakes.</param>
    public Award Add(AwardDecision decision, Response response, PaidReceipt receipt, FoundShopper? person, ReferenceSnapshot known)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(response);
        var now = clock.GetUtcNow().UtcDateTime;
        var heldUntil = decision.Status == AwardStatus.Held ? now.AddDays(settings.Awards.HeldDays) : (DateTime?)null;
        var award = new Award(NewId(), response.Id, decision.Offer.Id, decision, heldUntil, person?.Shopper.Id, now);
        db.Awards.Add(award);
        AddWhatItGives(award, decision, response.StoreNumber, receipt, person, known);
        return award;
    }

    /// <summary>Adds what a granted award gives.</summary>
    public void AddWhatItGives(
        Award award, AwardDecision decision, int storeNumber, PaidReceipt receipt, FoundShopper? person, ReferenceSnapshot known)
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
        db.Tell(known, WebhookEvent.AwardGranted, now, () => new
        {
            awardId = award.Id,
            responseId = award.ResponseId,
            promotionId = award.PromotionId,
            kind = award.Kind.ToString(),
            amount = award.Amount,
            store = storeNumber,
        });
        switch (award.Kind)
        {
            case AwardKind.FuelPoints:
                post.Earned(person!.Ledger, award, receipt);
                break;
            case AwardKind.SweepstakesEntry:
                db.SweepstakesEntries.Add(new SweepstakesEntry(
                    EntryId.Create(clock.GetUtcNow()).ToBytes(),
                    decision.SweepstakesId!.Value,
                    person!.Shopper.Id,
                    EntrySource.Survey,
                    award.Id,
                    today,
                    person.Shopper.HouseholdId));
                break;
            case AwardKind.Voucher:
                var id = NewId();
                var code = VoucherCode.Create();
                db.Vouchers.Add(new Voucher(
                    id,
                    vault.HashVoucher(code),
                    vault.Seal(code, id.ToByteArray(bigEndian: true)),
                    award.Amount,
                    decision.Offer.Rule.VoucherOnlyAtThisStore ? StoreSet.Of(storeNumber) : StoreSet.Of(decision.Offer.Rule.VoucherStores),
                    award.Id,
                    person?.Shopper.Id,
                    now,
                    today.AddDays(decision.Offer.Rule.VoucherDays),
                    decision.Offer.Rule.VoucherMinimumPurchaseCents ?? 0,
                    decision.Offer.Rule.VoucherSingleUse).EndingAs(code));
                break;
        }
    }

    private async Task<AwardFacts> FactsAsync(
        ReferenceSnapshot known, IEnumerable<Offer> offers, Response response, FoundShopper? person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new AwardFacts
        {
            StoreNumber = response.StoreNumber,
            Register = ReceiptKey.FromId(response.ReceiptId).Register,
            Today = Zone.DayOf(now, settings.Portal.TimeZone),
            StoreTime = Zone.ToLocal(now, known.Stores[response.StoreNumber].TimeZone),
            Survey = known.Surveys.GetValueOrDefault(response.SurveyVersionId)?.Key ?? "",
            Language = response.Language,
            Channel = response.Channel,
            HasPerson = person is not null,
            IsReturning = person is not null && offers.Any(o => o.Rule.Shopper != ShopperKind.Any)
                ? await IsReturningAsync(person, response.Id, cancellationToken)
                : null,
            SweepstakesOpen = known.SweepstakesAt(now) is not null,
            GivenOn = person?.GivenAt.ToDictionary(
                g => g.Key, IReadOnlyList<DateOnly> (g) => [.. g.Value.Select(at => Zone.DayOf(at, settings.Portal.TimeZone))]) ?? [],
        };
    }

    private async Task<bool> IsReturningAsync(FoundShopper person, Guid responseId, CancellationToken cancellationToken) =>
        !person.IsNew && await db.Responses.AnyAsync(
            r => r.ShopperId == person.Shopper.Id && r.SubmittedAt != null && r.Id != responseId, cancellationToken);

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}

/// <summary>What a response may earn, before anything is booked.</summary>
/// <param name="Facts">What it was decided by.</param>
/// <param name="Decisions">Every running promotion, in the order in which they are taken.</param>
public sealed record Candidates(AwardFacts Facts, IReadOnlyList<AwardDecision> Decisions)
{
    /// <summary>Whether anything has to be booked or counted before it is given.</summary>
    public bool NeedBooking => Decisions.Any(d => d.IsToBeBooked || d.IsEntry);
}
