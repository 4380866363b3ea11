using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Promotions;

namespace Rewards.Application.Promotions;

/// <summary>A step that a promotion takes.</summary>
public enum PromotionStep
{
    /// <summary>A draft begins to run.</summary>
    Publish = 1,

    /// <summary>It stops for a while.</summary>
    Pause = 2,

    /// <summary>It goes on.</summary>
    Resume = 3,

    /// <summary>It stops for good.</summary>
    End = 4,
}

/// <summary>
/// Writes promotions: drafts, and the steps they take. Of two people who change one at the same time the second is told: the
/// version decides.
/// </summary>
public sealed class EditPromotion(
    RewardsDb db, PromotionFormValidator validator, ReferenceData reference, RecordAct record, ChainSettings chain, TimeProvider clock)
{
    /// <summary>Begins a draft: fuel points for everyone, from tomorrow on.</summary>
    /// <param name="name">As the office calls it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Its id.</returns>
    public Task<int> BeginAsync(string name, CancellationToken cancellationToken)
    {
        var form = new PromotionForm(new Dictionary<string, IReadOnlyList<string>>
        {
            ["name"] = [name],
            ["kind"] = [$"{AwardKind.FuelPoints}"],
            ["amount"] = ["50"],
            ["startsOn"] = [Today.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)],
        });
        return AddAsync(form.Terms(), cancellationToken);
    }

    /// <summary>Begins a draft with the terms of another promotion, from tomorrow on. Refuses with <c>promotion-unknown</c>.</summary>
    /// <param name="id">The other.</param>
    /// <param name="name">As the office calls the new one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Its id.</returns>
    public async Task<Outcome<int>> CopyAsync(int id, Func<string, string> name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (await db.Promotions.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } promotion)
        {
            return new PromotionUnknown();
        }

        var copied = name(promotion.Name);
        return await AddAsync(
            promotion.Terms() with
            {
                Name = copied[..Math.Min(copied.Length, Promotion.NameLength)],
                StartsOn = Today.AddDays(1),
                EndsOn = promotion.EndsOn is { } end && end > Today ? end : null,
            },
            cancellationToken);
    }

    /// <summary>What is wrong with a form, field by field.</summary>
    public async Task<IReadOnlyList<Error>> CheckAsync(PromotionForm form, CancellationToken cancellationToken) =>
        validator.Refusals(form, await reference.GetAsync(cancellationToken));

    /// <summary>
    /// Changes a draft. Refuses with what <see cref="CheckAsync"/> says first, with <c>promotion-unknown</c>, <c>promotion-changed</c>
    /// and <c>promotion-step-out-of-order</c>.
    /// </summary>
    /// <param name="id">The draft.</param>
    /// <param name="version">The one that was opened.</param>
    /// <param name="form">As typed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<Promotion>> SaveAsync(int id, int version, PromotionForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        return await CheckAsync(form, cancellationToken) is [var refusal, ..]
            ? refusal
            : await ChangeAsync(id, version, p => p.State == PromotionState.Draft ? null : new PromotionStepOutOfOrder(), p => p.Rewrite(form.Terms()), cancellationToken);
    }

    /// <summary>
    /// Takes a step. Refuses with <c>promotion-unknown</c>, <c>promotion-changed</c>, <c>promotion-step-out-of-order</c> and, of one
    /// that would never run, <c>promotion-is-over</c>.
    /// </summary>
    /// <param name="id">The promotion.</param>
    /// <param name="version">The one that was looked at.</param>
    /// <param name="step">The step.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<Outcome<Promotion>> StepAsync(int id, int version, PromotionStep step, Guid by, CancellationToken cancellationToken)
    {
        return ChangeAsync(id, version, Refusal, Take, cancellationToken);

        Error? Refusal(Promotion promotion) => (step, promotion.State) switch
        {
            (PromotionStep.Publish, PromotionState.Draft) => promotion.EndsOn < Today ? new PromotionIsOver() : null,
            (PromotionStep.Pause, PromotionState.Running) or (PromotionStep.Resume, PromotionState.Paused)
                or (PromotionStep.End, PromotionState.Running or PromotionState.Paused) => null,
            _ => new PromotionStepOutOfOrder(),
        };

        void Take(Promotion promotion)
        {
            switch (step)
            {
                case PromotionStep.Publish:
                    promotion.Publish();
                    break;
                case PromotionStep.Pause:
                    promotion.Pause();
                    break;
                case PromotionStep.Resume:
                    promotion.Resume();
                    break;
                case PromotionStep.End:
                    promotion.End();
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(step), step, "No such step.");
            }

            if (step == PromotionStep.Publish)
            {
                record.AddPublished(promotion, by);
            }
            else
            {
                record.Add(ActOf(step), by, AuditSubject.Of(promotion.Id), ("name", promotion.Name));
            }
        }
    }

    /// <summary>
    /// Throws a draft away: nothing was ever given by it. Refuses with <c>promotion-changed</c>, also where it runs by now or is gone.
    /// </summary>
    /// <param name="id">The draft.</param>
    /// <param name="version">The one that was looked at.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Error?> DiscardAsync(int id, int version, CancellationToken cancellationToken) =>
        await db.Promotions.Where(p => p.Id == id && p.Version == version && p.State == PromotionState.Draft).ExecuteDeleteAsync(cancellationToken) == 1
            ? null
            : new PromotionChanged();

    private static AuditAct ActOf(PromotionStep step) => step switch
    {
        PromotionStep.Pause => AuditAct.PromotionPaused,
        PromotionStep.Resume => AuditAct.PromotionResumed,
        PromotionStep.End => AuditAct.PromotionEnded,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No such step."),
    };

    private DateOnly Today => Zone.DayOf(clock.GetUtcNow().UtcDateTime, chain.TimeZone);

    private async Task<Outcome<Promotion>> ChangeAsync(
        int id, int version, Func<Promotion, Error?> refuse, Action<Promotion> change, CancellationToken cancellationToken)
    {
        if (await db.Promotions.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } promotion)
        {
            return new PromotionUnknown();
        }

        if (promotion.Version != version)
        {
            return new PromotionChanged();
        }

        if (refuse(promotion) is { } refusal)
        {
            return refusal;
        }

        change(promotion);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new PromotionChanged();
        }

        reference.Forget();
        return promotion;
    }

    private async Task<int> AddAsync(PromotionTerms terms, CancellationToken cancellationToken)
    {
        var promotion = new Promotion($"promotion-{RandomNumberGenerator.GetHexString(16, lowercase: true)}", terms, PromotionState.Draft);
        db.Promotions.Add(promotion);
        await db.SaveChangesAsync(cancellationToken);
        return promotion.Id;
    }
}
