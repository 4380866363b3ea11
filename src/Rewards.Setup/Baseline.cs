using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Promotions;
using Rewards.Domain.Surveys;

namespace Rewards.Setup;

/// <summary>What a portal begins with: the standard survey and the standard promotions of db/seed.</summary>
public static class Baseline
{
    /// <summary>
    /// Publishes the survey where there is none, and starts the promotions where there are none. Two processes at once are
    /// decided by the unique indexes: one of them publishes.
    /// </summary>
    /// <param name="services">Of one scope.</param>
    /// <param name="startsOn">First day of the promotions; null for today in the programme's zone.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<BaselineSummary> PublishAsync(
        IServiceProvider services, DateOnly? startsOn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(services);
        var db = services.GetRequiredService<RewardsDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var survey = await db.SurveyVersions.AnyAsync(cancellationToken) ? null : AddSurvey(db, now);
        var promotions = await db.Promotions.AnyAsync(cancellationToken)
            ? 0
            : AddPromotions(db, startsOn ?? Zone.DayOf(now, services.GetRequiredService<ChainSettings>().TimeZone));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            var started = db.Promotions.Local.ToList();
            await db.SaveChangesAsync(cancellationToken);
            var record = services.GetRequiredService<RecordAct>();
            started.ForEach(p => record.AddPublished(p, by: null));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (services.GetRequiredService<DatabaseProvider>().IsDuplicateKey(exception))
        {
            db.ChangeTracker.Clear();
            return new BaselineSummary(null, 0);
        }

        services.GetRequiredService<ReferenceData>().Forget();
        return new BaselineSummary(survey, promotions);
    }

    private static string AddSurvey(RewardsDb db, DateTime now)
    {
        var survey = SeedFiles.Survey();
        db.SurveyVersions.Add(new SurveyVersion(survey.Key, 1, JsonSerializer.Serialize(survey, DataJson.Options), now));
        return survey.Title.En;
    }

    private static int AddPromotions(RewardsDb db, DateOnly startsOn)
    {
        var promotions = SeedFiles.Promotions();
        foreach (var seed in promotions)
        {
            var terms = new PromotionTerms(
                seed.Name, seed.Kind, JsonSerializer.Serialize(seed.Rule, DataJson.Options), startsOn, null, seed.BudgetCents, seed.BudgetCount);
            db.Promotions.Add(new Promotion(seed.Key, terms, PromotionState.Running));
        }

        return promotions.Count;
    }
}

/// <summary>What was published now.</summary>
/// <param name="Survey">The survey's title; null where there was one.</param>
/// <param name="Promotions">How many were started; 0 where there were some.</param>
public sealed record BaselineSummary(string? Survey, int Promotions);
