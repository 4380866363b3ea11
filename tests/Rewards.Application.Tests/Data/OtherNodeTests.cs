using System.Text.Json;
using Rewards.Domain.Stores;
using Rewards.Domain.Surveys;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Data;

/// <summary>Another node changed what this one remembers for ten seconds; no time passes in these tests.</summary>
public class OtherNodeTests
{
    [Theory, EveryDatabase]
    public async Task A_response_begun_on_another_node_by_a_newer_survey_goes_on_here(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = await portal.RegisteredCodeAsync();
        var survey = (await portal.Shopper.Starts(code)).Value.Survey;
        await portal.InDatabaseAsync(async db =>
        {
            var shorter = survey with { Questions = [.. survey.Questions.Where(q => q.Key != "recommend")] };
            var newer = new SurveyVersion("your-visit", 2, JsonSerializer.Serialize(shorter, DataJson.Options), portal.Clock.Now);
            db.SurveyVersions.Add(newer);
            await db.SaveChangesAsync();
            db.Responses.Add(new Response(
                Guid.CreateVersion7(), portal.ReceiptOf(code).Id, StoreNumbers.Princeton, newer.Id, "Bakery", "en", portal.Clock.Now));
            await db.SaveChangesAsync();
        });

        Assert.Equal("satisfaction", (await portal.Shopper.Starts(code)).Value.NextQuestion.Key);
        Assert.Null((await portal.Shopper.Answers(code, "satisfaction", "4")).Error);
    }

    [Theory, EveryDatabase]
    public async Task A_store_opened_on_another_node_redeems_and_reverses_here(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Promotions = [PortalSetup.Voucher()] });
        var voucher = await portal.VoucherAsync();
        await portal.InDatabaseAsync(async db =>
        {
            db.Stores.Add(new Store(77, "New", "Newtown", "America/New_York"));
            await db.SaveChangesAsync();
        });

        var redeemed = await (await portal.CashierAsync(77)).Redeems(voucher.Code);

        Assert.Null(redeemed.Error);
        Assert.Null((await (await portal.CashierAsync(77)).Reverses(redeemed.Value.RedemptionId)).Error);
    }
}
