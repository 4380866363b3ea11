using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Receipts;
using Rewards.Domain.Surveys;

namespace Rewards.Application.Promotions;

/// <summary>
/// What a promotion would have given and cost over the last days' responses, had it run alone all that time. Reads them once, in
/// order, and writes nothing. Chance falls the same way each time, by the responses' ids.
/// </summary>
public sealed class DryRunPromotion(RewardsDb db, ReferenceData reference, BookAward book, ChainSettings chain, TimeProvider clock)
{
    /// <summary>The most days that it looks back.</summary>
    public const int MostDays = 92;

    /// <summary>Runs it.</summary>
    /// <param name="promotion">The promotion, in any state; its dates do not matter.</param>
    /// <param name="days">How many days back, 1 to <see cref="MostDays"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<DryRun> RunAsync(Promotion promotion, int days, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(promotion);
        var known = await reference.GetAsync(cancellationToken);
        var last = Zone.DayOf(clock.GetUtcNow().UtcDateTime, chain.TimeZone);
        var first = last.AddDays(1 - Math.Clamp(days, 1, MostDays));
        var offer = ReferenceData.OfferOf(promotion) with { StartsOn = first, EndsOn = null, IsSpent = false };
        var since = Zone.StartOf(first, chain.TimeZone);
        var replay = new Replay(promotion, offer, first, last, book, await KnownBeforeAsync(offer, since, cancellationToken));
        var responses =
            from response in db.Responses.AsNoTracking()
            where response.SubmittedAt >= since
            join receipt in db.Receipts on response.ReceiptId equals receipt.Id
            orderby response.SubmittedAt, response.Id
            select new
            {
                response.Id, response.ReceiptId, response.StoreNumber, response.Touchpoints, response.SurveyVersionId, response.Language, response.Channel,
                response.ShopperId, SubmittedAt = response.SubmittedAt!.Value, Paid = new PaidReceipt(receipt.BusinessDay, receipt.TotalCents, receipt.RefundedCents),
            };
        await foreach (var r in responses.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var facts = new AwardFacts
            {
                StoreNumber = r.StoreNumber,
                Register = ReceiptKey.FromId(r.ReceiptId).Register,
                Departments = r.Touchpoints.Split('|', StringSplitOptions.RemoveEmptyEntries),
                TotalCents = r.Paid.NetCents,
                IsRefunded = r.Paid.IsRefunded,
                Today = Zone.DayOf(r.SubmittedAt, chain.TimeZone),
                StoreTime = Zone.ToLocal(r.SubmittedAt, known.Stores.TryGetValue(r.StoreNumber, out var store) ? store.TimeZone : chain.TimeZone),
                Survey = known.Surveys.GetValueOrDefault(r.SurveyVersionId)?.Key ?? "",
                Language = r.Language,
                Channel = r.Channel,
                HasPerson = r.ShopperId is not null,
                SweepstakesOpen = true,
            };
            replay.Take(facts, r.ShopperId, sides => Roll(r.Id, sides));
        }

        return replay.Result();
    }

    // Only a promotion that asks whether someone came before needs to know who did.
    private async Task<HashSet<Guid>> KnownBeforeAsync(Offer offer, DateTime since, CancellationToken cancellationToken) =>
        offer.Rule.Shopper == ShopperKind.Any
            ? []
            : [.. await db.Responses.Where(r => r.SubmittedAt < since && r.ShopperId != null).Select(r => r.ShopperId!.Value).Distinct().ToListAsync(cancellationToken)];

    private static int Roll(Guid responseId, int sides) =>
        (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(responseId.ToByteArray(bigEndian: true))) % (uint)sides);

    private sealed class Replay(Promotion promotion, Offer offer, DateOnly first, DateOnly last, BookAward book, HashSet<Guid> seen)
    {
        private readonly Dictionary<Guid, List<DateOnly>> _given = [];
        private readonly Dictionary<PromotionCounter, int> _counts = [];
        private readonly Dictionary<AwardReason, int> _reasons = [];
        private readonly Dictionary<DateOnly, DryRunDay> _days =
            Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).ToDictionary(d => d, d => new DryRunDay(d, 0, 0, 0, 0));

        private long _cost;
        private int _awards;
        private DateOnly? _spentOn;

        public void Take(AwardFacts facts, Guid? shopper, Func<int, int> roll)
        {
            var known = facts with
            {
                IsReturning = shopper is { } id && offer.Rule.Shopper != ShopperKind.Any ? seen.Contains(id) : null,
                GivenOn = shopper is { } one && _given.TryGetValue(one, out var days)
                    ? new Dictionary<int, IReadOnlyList<DateOnly>> { [offer.Id] = days }
                    : new Dictionary<int, IReadOnlyList<DateOnly>>(),
            };
            var decision = Book(Evaluation.Decide(offer, known, roll), known);
            if (shopper is { } someone)
            {
                seen.Add(someone);
            }

            if (!_days.TryGetValue(facts.Today, out var day))
            {
                return;
            }

            _reasons[decision.Why.Reason] = _reasons.GetValueOrDefault(decision.Why.Reason) + 1;
            var isGiven = decision.Status != AwardStatus.Declined;
            var cost = isGiven ? book.CostOf(decision.Kind, decision.Amount) : 0;
            _days[facts.Today] = day with
            {
                Responses = day.Responses + 1,
                Given = day.Given + (isGiven ? 1 : 0),
                Amount = day.Amount + decision.Amount,
                CostCents = day.CostCents + cost,
            };
            if (isGiven && shopper is { } owner)
            {
                (_given.TryGetValue(owner, out var had) ? had : _given[owner] = []).Add(facts.Today);
            }
        }

        public DryRun Result() => new(first, last, [.. _days.Values.OrderBy(d => d.Day)], _spentOn, _reasons);

        // As BookAward does in the database.
        private AwardDecision Book(AwardDecision decision, AwardFacts facts)
        {
            if (decision.Status == AwardStatus.Declined)
            {
                return decision;
            }

            var counters = offer.Rule.SharedLimits().Select(l => PromotionCounter.Of(offer, l, facts)).ToList();
            if (counters.FirstOrDefault(c => _counts.GetValueOrDefault(c) >= c.Limit.Count) is { } full)
            {
                return decision.Decline(new Why(full.Limit.Scope switch
                {
                    LimitScope.Store => AwardReason.StoreLimit,
                    LimitScope.Register => AwardReason.RegisterLimit,
                    _ => AwardReason.PromotionLimit,
                }));
            }

            var cost = book.CostOf(decision.Kind, decision.Amount);
            if (_spentOn is not null || _cost + cost > promotion.BudgetCents || _awards + 1 > promotion.BudgetCount)
            {
                _spentOn ??= facts.Today;
                return decision.Decline(new Why(AwardReason.BudgetSpent));
            }

            (_cost, _awards) = (_cost + cost, _awards + 1);
            counters.ForEach(c => _counts[c] = _counts.GetValueOrDefault(c) + 1);
            return decision;
        }
    }
}

/// <summary>What a promotion would have done.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day: today.</param>
/// <param name="Days">Every day, also those without a response.</param>
/// <param name="SpentOn">The day on which its budget would have been found spent; null where it would have lasted.</param>
/// <param name="Reasons">How often each reason was the answer.</param>
public sealed record DryRun(
    DateOnly First, DateOnly Last, IReadOnlyList<DryRunDay> Days, DateOnly? SpentOn, IReadOnlyDictionary<AwardReason, int> Reasons)
{
    /// <summary>All days together; its day is the last one.</summary>
    public DryRunDay Total => Days.Aggregate((a, b) => new DryRunDay(b.Day, a.Responses + b.Responses, a.Given + b.Given, a.Amount + b.Amount, a.CostCents + b.CostCents));
}

/// <summary>A day of it.</summary>
/// <param name="Day">In the programme's time zone.</param>
/// <param name="Responses">Sent on it.</param>
/// <param name="Given">Awards, also those that would be held for a person.</param>
/// <param name="Amount">Points, entries or cents.</param>
/// <param name="CostCents">What they would have cost the budget.</param>
public sealed record DryRunDay(DateOnly Day, int Responses, int Given, long Amount, long CostCents);
