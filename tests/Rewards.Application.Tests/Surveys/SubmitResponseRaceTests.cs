using Rewards.Domain.FuelPoints;
using Rewards.Domain.Mail;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Surveys;

/// <summary>Who wins when many send at once, and that nobody is told of it.</summary>
public class SubmitResponseRaceTests
{
    private static readonly PortalSetup _everything = new()
    {
        Promotions = [PortalSetup.FuelPoints(), PortalSetup.Entry(), PortalSetup.Voucher()],
    };

    [Theory, EveryDatabase]
    public async Task Two_hundred_submissions_of_one_code_earn_one_set_of_awards(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _everything);
        var code = await portal.RegisteredCodeAsync();
        await portal.Shopper.AnswersAll(code);
        var (response, _) = await portal.Shopper.Sees(code);

        var sent = await Crowd.AtOnce(200, _ => portal.Shopper.Submits(code, email: "ana@example.com", responseId: response.Id));

        Assert.All(sent, s => Assert.Equal(response.Id, s.Value.ResponseId));
        Assert.Equal([1, 2, 3], (await portal.AllAsync<Award>()).Select(a => a.PromotionId).Order());
        Assert.Single(await portal.AllAsync<FuelPointPosting>());
        Assert.Single(await portal.AllAsync<SweepstakesEntry>());
        Assert.Single(await portal.AllAsync<Voucher>());
        Assert.Single(await portal.AllAsync<OutboxMail>());
        Assert.Single(await portal.AllAsync<Shopper>());
        var promotion = (await portal.AllAsync<Promotion>()).Single(p => p.BudgetCents is not null);
        Assert.Equal((500, 1), (promotion.SpentCents, promotion.AwardedCount));
    }

    [Theory, EveryDatabase]
    public async Task Fifty_receipts_of_one_shopper_at_once_earn_points_once_and_an_entry_each(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _everything);
        var codes = await CodesReadyToSend(portal, 50);

        var sent = await Crowd.AtOnce(50, i => portal.Shopper.Submits(codes[i], email: "ana@example.com"));

        Assert.Equal("50 done", sent.Tally());
        var points = (await portal.AllAsync<Award>()).Where(a => a.Kind == AwardKind.FuelPoints).ToList();
        Assert.Single(points, a => a.Status == AwardStatus.Granted);
        Assert.Equal(49, points.Count(a => a.Reason == AwardReason.HadOneInPeriod));
        Assert.Equal(50, (await portal.AllAsync<FuelPointPosting>()).Sum(p => p.Points));
        Assert.Equal(50, (await portal.AllAsync<SweepstakesEntry>()).Count);
        Assert.Equal(50, (await portal.AllAsync<Voucher>()).Count);
        Assert.Equal(50, (await portal.AllAsync<OutboxMail>()).Count);
        Assert.Single(await portal.AllAsync<Shopper>());
    }

    [Theory, EveryDatabase]
    public async Task A_known_shopper_with_fifty_receipts_at_once_earns_points_once(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Promotions = [PortalSetup.FuelPoints()] });
        await portal.Shopper.GivesFeedback(portal.Code(), email: "ana@example.com");
        portal.Clock.Advance(TimeSpan.FromDays(7));
        var codes = await CodesReadyToSend(portal, 50);

        var sent = await Crowd.AtOnce(50, i => portal.Shopper.Submits(codes[i], email: "Ana@Example.com"));

        Assert.Equal("50 done", sent.Tally());
        Assert.Equal(100, (await portal.AllAsync<FuelPointPosting>()).Sum(p => p.Points));
    }

    [Theory, EveryDatabase]
    public async Task A_budget_is_spent_to_the_last_voucher_and_never_passed(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(
            database, new PortalSetup { Promotions = [PortalSetup.Voucher(cents: 500, budgetCents: 3_700)] });
        var codes = await CodesReadyToSend(portal, 60);

        var sent = await Crowd.AtOnce(60, i => portal.ShopperAt($"203.0.113.{i}").Submits(codes[i], email: $"shopper{i}@example.com"));

        Assert.Equal("60 done", sent.Tally());
        Assert.Equal(7, (await portal.AllAsync<Voucher>()).Count);
        var awards = await portal.AllAsync<Award>();
        Assert.Equal(7, awards.Count(a => a.Status == AwardStatus.Granted));
        Assert.Equal(53, awards.Count(a => a is { Status: AwardStatus.Declined, Reason: AwardReason.BudgetSpent, Amount: 0 }));
        var promotion = Assert.Single(await portal.AllAsync<Promotion>());
        Assert.Equal((3_500, 7), (promotion.SpentCents, promotion.AwardedCount));
    }

    [Theory, EveryDatabase]
    public async Task Two_people_with_one_receipt_get_one_set_of_awards_between_them(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _everything);
        var code = portal.Code();
        await portal.Shopper.AnswersAll(code);
        var (response, _) = await portal.Shopper.Sees(code);

        var sent = await Crowd.AtOnce(40, i => portal.ShopperAt($"203.0.113.{i}").Submits(code, $"shopper{i}@example.com", null, response.Id));

        Assert.All(sent, s => Assert.Equal(response.Id, s.Value.ResponseId));
        Assert.Single(await portal.AllAsync<FuelPointPosting>());
        var shopper = Assert.Single(await portal.AllAsync<Shopper>());
        Assert.Equal(shopper.Email, Assert.Single(await portal.AllAsync<OutboxMail>()).Recipient);
    }

    [Theory, EveryDatabase]
    public async Task One_card_on_many_receipts_at_once_is_one_person(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Promotions = [PortalSetup.FuelPoints()] });
        var codes = await CodesReadyToSend(portal, 30);

        var sent = await Crowd.AtOnce(30, i => portal.Shopper.Submits(codes[i], card: "4711 0815"));

        Assert.Equal("30 done", sent.Tally());
        Assert.Equal("47110815", Assert.Single(await portal.AllAsync<Shopper>()).LoyaltyCard);
        Assert.Single(await portal.AllAsync<FuelPointPosting>());
    }

    private static async Task<IReadOnlyList<string>> CodesReadyToSend(PortalForTests portal, int count)
    {
        var codes = Enumerable.Range(0, count).Select(_ => portal.Code()).ToList();
        await Task.WhenAll(codes.Select(c => portal.Shopper.AnswersAll(c)));
        return codes;
    }
}
