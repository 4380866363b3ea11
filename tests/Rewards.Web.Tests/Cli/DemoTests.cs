using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application.Surveys;
using Rewards.Data;
using Rewards.Domain.Promotions;
using Rewards.Domain.Vouchers;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Cli;

/// <summary><c>rewards demo</c>: made-up data that keeps the rules.</summary>
public sealed class DemoTests
{
    [Theory, EveryDatabase]
    public async Task The_demo_fills_an_empty_database_by_the_rules_of_the_portal(DatabaseKind database)
    {
        await using var rewards = await CommandLineForTests.OnAsync(database);
        rewards.Settings["DOTNET_ENVIRONMENT"] = "Development";

        var demo = (await rewards.RunsAsync("demo")).IsDone().Says("293 stores").Says("desk@fairview.example");
        (await rewards.RunsAsync("demo")).IsRefused("There are receipts in this database already");

        await rewards.WithServicesAsync(async services =>
        {
            var db = services.GetRequiredService<RewardsDb>();
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            Assert.InRange(await db.Responses.CountAsync(r => r.SubmittedAt != null), 2_000, 3_500);
            Assert.False(await db.Responses.AnyAsync(r => !r.IsGenerated));
            Assert.InRange(await db.Receipts.MaxAsync(r => r.BusinessDay), today.AddDays(-2), today);
            Assert.False(await db.Responses.AnyAsync(r => r.SubmittedAt > TimeProvider.System.GetUtcNow().UtcDateTime));
            await AssertPointsAreGivenOnceInSevenDays(db);
            await AssertVouchersAddUp(db);
            await AssertCodesAreFresh(services, demo);
            return true;
        });
    }

    [Fact]
    public async Task The_demo_answers_the_same_every_time()
    {
        var first = await ScoresAsync();
        Assert.Equal(first, await ScoresAsync());

        static async Task<string> ScoresAsync()
        {
            await using var rewards = await CommandLineForTests.OnAsync(DatabaseKind.Sqlite);
            rewards.Settings["DOTNET_ENVIRONMENT"] = "Development";
            rewards.Settings["Clock__Today"] = "2017-12-20";
            (await rewards.RunsAsync("demo")).IsDone();
            return await rewards.InDatabaseAsync(async db => string.Join('\n', await db.Answers
                .Join(db.Responses.Where(r => r.SubmittedOn < new DateOnly(2017, 12, 10)), a => a.ResponseId, r => r.Id, (a, r) => new { a, r })
                .OrderBy(x => x.r.ReceiptId).ThenBy(x => x.a.Question).ThenBy(x => x.a.Touchpoint)
                .Select(x => $"{x.r.ReceiptId} {x.a.Question} {x.a.Touchpoint} {x.a.Score} {x.a.Text}").ToListAsync()));
        }
    }

    [Fact]
    public async Task Outside_development_the_demo_is_refused_unless_it_is_forced()
    {
        await using var rewards = await CommandLineForTests.OnAsync(DatabaseKind.Sqlite);

        (await rewards.RunsAsync("demo")).IsRefused("This is Production");
        Assert.Equal(0, await rewards.InDatabaseAsync(db => db.Users.CountAsync()));
        (await rewards.RunsAsync("demo", "--force")).IsDone();
    }

    private static async Task AssertPointsAreGivenOnceInSevenDays(RewardsDb db)
    {
        var given = await db.Awards.AsNoTracking()
            .Where(a => a.Kind == AwardKind.FuelPoints && a.Status == AwardStatus.Granted)
            .Select(a => new { a.ShopperId, a.At }).ToListAsync();
        Assert.NotEmpty(given);
        foreach (var shopper in given.GroupBy(a => a.ShopperId))
        {
            var days = shopper.Select(a => a.At).Order().ToList();
            Assert.All(days.Zip(days.Skip(1)), pair => Assert.True(pair.Second > pair.First.AddDays(6), $"{pair.First} and {pair.Second}"));
        }
    }

    private static async Task AssertVouchersAddUp(RewardsDb db)
    {
        var vouchers = await db.Vouchers.AsNoTracking().ToListAsync();
        var redemptions = await db.Redemptions.AsNoTracking().ToListAsync();
        var reversals = await db.Reversals.AsNoTracking().ToDictionaryAsync(r => r.RedemptionId);
        Assert.NotEmpty(redemptions);
        Assert.NotEmpty(reversals);
        var taken = redemptions.GroupBy(r => r.VoucherId)
            .ToDictionary(g => g.Key, g => g.Sum(r => reversals.ContainsKey(r.Id) ? 0 : r.AmountCents));
        Assert.All(vouchers, v => Assert.Equal(v.ValueCents - taken.GetValueOrDefault(v.Id), v.BalanceCents));
        Assert.Equal(vouchers.Sum(v => v.ValueCents), await db.Promotions.SumAsync(p => p.SpentCents));
    }

    private static async Task AssertCodesAreFresh(IServiceProvider services, Ended demo)
    {
        var codes = demo.Output.Split('\n').SkipWhile(l => l != "Fresh receipt codes:").Skip(1).Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        Assert.Equal(5, codes.Count);
        foreach (var code in codes)
        {
            var started = await services.GetRequiredService<StartResponse>().RunAsync(code, "203.0.113.1", TestContext.Current.CancellationToken);
            Assert.Null(started.Error);
            Assert.True(started.Value.TouchpointsFromReceipt);
        }
    }
}
