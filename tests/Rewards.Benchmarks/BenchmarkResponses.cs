using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application;
using Rewards.Data;
using Rewards.Domain.Receipts;
using Rewards.Domain.Stores;
using Rewards.Domain.Surveys;
using Rewards.Domain.Sweepstakes;
using Rewards.Setup;

namespace Rewards.Benchmarks;

/// <summary>A store with receipts whose survey is answered up to the last page.</summary>
internal static class BenchmarkResponses
{
    private const int TransactionsOfARegister = 4096;
    private const int AtOnce = 1000;

    public static async Task<List<Response>> AddAsync(BenchmarkDatabase database, int storeNumber, int count)
    {
        await using (var scope = database.Open(out var db))
        {
            await Baseline.PublishAsync(scope.ServiceProvider, null, CancellationToken.None);
            var now = DateTime.SpecifyKind(DateTime.UnixEpoch.AddYears(50), DateTimeKind.Utc);
            db.Stores.Add(new Store(storeNumber, "Elm Street", "Ashland", "America/New_York"));
            db.Sweepstakes.Add(new MonthlySweepstakes("2020-01-monthly", now, now.AddYears(50), "Rules", "Prize\n"));
            await db.SaveChangesAsync();
        }

        var survey = (await database.Services.GetRequiredService<ReferenceData>().GetAsync(CancellationToken.None)).CurrentSurveyId;
        var clock = database.Services.GetRequiredService<TimeProvider>();
        var now2 = clock.GetUtcNow().UtcDateTime;
        var yesterday = DateOnly.FromDateTime(now2).AddDays(-2);
        var all = new List<Response>();
        for (var from = 0; from < count; from += AtOnce)
        {
            await using var scope = database.Open(out var db);
            var responses = Enumerable.Range(from, Math.Min(AtOnce, count - from)).Select(n => New(n, db)).ToList();
            await db.SaveChangesAsync();
            all.AddRange(responses);
        }

        return all;

        Response New(int number, RewardsDb db)
        {
            if (!ReceiptKey.TryCreate(storeNumber, yesterday, number / TransactionsOfARegister, number % TransactionsOfARegister, out var key))
            {
                throw new ArgumentOutOfRangeException(nameof(count), count, "More than a store can print in a day.");
            }

            const string touchpoints = "Grocery|Produce";
            db.Receipts.Add(new Receipt(key, null, 2599, 12, touchpoints, null));
            var response = new Response(Guid.CreateVersion7(), key.Id, storeNumber, survey, touchpoints, "en", now2);
            response.TakeAnswer(null, mayContact: false);
            db.Responses.Add(response);
            foreach (var (question, touchpoint, score) in new[]
            {
                ("recommend", "", 9), ("satisfaction", "", 5), ("departments", "Grocery", 4), ("departments", "Produce", 5), ("ease", "", 6), ("friendliness", "", 5),
            })
            {
                db.Answers.Add(new Answer(response.Id, question, touchpoint, score, null));
            }

            db.Answers.Add(new Answer(response.Id, "comment", "", null, "Fresh bread, friendly people."));
            return response;
        }
    }
}
