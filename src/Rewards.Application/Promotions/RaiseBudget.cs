using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Promotions;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Promotions;

/// <summary>
/// Raises the budget of a promotion that runs or is paused: the one thing about it that is changed after it began. A budget is never
/// lowered, and none is given to a promotion that had none: what it gave so far was not counted.
/// </summary>
public sealed class RaiseBudget(RewardsDb db, RecordAct record, ReferenceData reference)
{
    private const long MostCount = 100_000_000;

    /// <summary>
    /// Says what the budgets would be. Refuses with <c>promotion-unknown</c>, <c>promotion-changed</c>, <c>promotion-step-out-of-order</c>,
    /// <c>promotion-money-invalid</c>, <c>promotion-number-invalid</c>, <c>promotion-budget-not-raised</c>.
    /// </summary>
    /// <param name="id">The promotion.</param>
    /// <param name="version">The one that was looked at.</param>
    /// <param name="money">The new budget in money, as typed; nothing leaves it as it is.</param>
    /// <param name="count">The new budget in awards, as typed; nothing leaves it as it is.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<Budgets>> CheckAsync(int id, int version, string? money, string? count, CancellationToken cancellationToken)
    {
        var promotion = await db.Promotions.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        return promotion switch
        {
            null => new PromotionUnknown(),
            _ when promotion.Version != version => new PromotionChanged(),
            { State: not (PromotionState.Running or PromotionState.Paused) } => new PromotionStepOutOfOrder(),
            _ => Read(promotion, money, count),
        };
    }

    /// <summary>Raises. Refuses as <see cref="CheckAsync"/> does. What was given meanwhile stays counted; a promotion that had spent all gives again.</summary>
    /// <param name="id">The promotion.</param>
    /// <param name="version">The one that was looked at.</param>
    /// <param name="money">The new budget in money, as typed.</param>
    /// <param name="count">The new budget in awards, as typed.</param>
    /// <param name="by">Who raises it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<Budgets>> RunAsync(int id, int version, string? money, string? count, Guid by, CancellationToken cancellationToken)
    {
        if ((await CheckAsync(id, version, money, count, cancellationToken)).IsRefused(out var refusal, out var budgets))
        {
            return refusal;
        }

        var (cents, awards) = (budgets.NewCents, budgets.NewCount);
        var alarmCents = cents is { } some ? some * Promotion.FirstAlarm : long.MaxValue;
        var alarmCount = awards is { } most ? most * Promotion.FirstAlarm : long.MaxValue;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var raised = await db.Promotions
            .Where(p => p.Id == id && p.Version == version && (p.State == PromotionState.Running || p.State == PromotionState.Paused))
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.BudgetCents, cents)
                    .SetProperty(p => p.BudgetCount, awards)
                    .SetProperty(
                        p => p.AlarmedPercent,
                        p => p.SpentCents * 100 >= alarmCents || p.AwardedCount * 100 >= alarmCount ? Promotion.FirstAlarm : 0)
                    .SetProperty(p => p.Version, p => p.Version + 1),
                cancellationToken);
        if (raised == 0)
        {
            return new PromotionChanged();
        }

        var name = await db.Promotions.Where(p => p.Id == id).Select(p => p.Name).SingleAsync(cancellationToken);
        record.Add(
            AuditAct.PromotionBudgetRaised, by, AuditSubject.Of(id), ("name", name),
            ("oldCents", budgets.Cents), (RecordAct.BudgetCents, cents), ("oldCount", budgets.Count), (RecordAct.BudgetCount, awards));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        reference.Forget();
        return budgets;
    }

    private static Outcome<Budgets> Read(Promotion promotion, string? money, string? count)
    {
        var (cents, awards) = (promotion.BudgetCents, promotion.BudgetCount);
        if (!string.IsNullOrWhiteSpace(money))
        {
            if (TypedAmount.Read(money).IsRefused(out _, out var typed) || typed > PromotionMoneyInvalid.MostOfAllCents)
            {
                return new PromotionMoneyInvalid("budgetCents", PromotionMoneyInvalid.MostOfAllCents);
            }

            if (cents is null || typed <= cents)
            {
                return new PromotionBudgetNotRaised("budgetCents");
            }

            cents = typed;
        }

        if (!string.IsNullOrWhiteSpace(count))
        {
            if (!long.TryParse(count.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) || typed is < 1 or > MostCount)
            {
                return new PromotionNumberInvalid("budgetCount", 1, MostCount);
            }

            if (awards is null || typed <= awards)
            {
                return new PromotionBudgetNotRaised("budgetCount");
            }

            awards = typed;
        }

        return (cents, awards) == (promotion.BudgetCents, promotion.BudgetCount)
            ? new PromotionBudgetNotRaised(promotion.BudgetCents is null ? "budgetCount" : "budgetCents")
            : new Budgets(promotion.BudgetCents, promotion.BudgetCount, cents, awards);
    }
}

/// <summary>Budgets before and after.</summary>
/// <param name="Cents">Before; null for none.</param>
/// <param name="Count">Before; null for none.</param>
/// <param name="NewCents">After.</param>
/// <param name="NewCount">After.</param>
public sealed record Budgets(long? Cents, long? Count, long? NewCents, long? NewCount);
