using Rewards.Application.Insights;
using Rewards.Domain.Promotions;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Insights;

public class ShowResponseTests
{
    [Theory, EveryDatabase]
    public async Task Every_answer_and_every_award_is_there_also_what_was_not_given(DatabaseKind database)
    {
        var nothing = PortalSetup.Promotion("far-away", AwardKind.FuelPoints, new PromotionRule(10, Stores: [StoreNumbers.Oxford]));
        await using var portal = await PortalForTests.StartAsync(
            database, new PortalSetup { Promotions = [PortalSetup.FuelPoints(), PortalSetup.Entry(), nothing] });
        var sent = await portal.Shopper.GivesFeedback(portal.Code(), email: "ana@example.com", nps: 3);

        var found = await ShowAsync(portal, sent.ResponseId);

        Assert.NotNull(found);
        Assert.Equal(["recommend", "satisfaction", "visited", "departments", "ease", "friendliness", "comment"], found.Answers.Select(a => a.Question.Key));
        Assert.Equal(3, found.Answers[0].Answers[0].Score);
        Assert.Equal(["Bakery", "Produce"], found.Answers[3].Answers.Select(a => a.Touchpoint));
        Assert.Equal(
            [(AwardStatus.Granted, 50, AwardReason.FirstInPeriod), (AwardStatus.Granted, 1, AwardReason.ThankYou), (AwardStatus.Declined, 0, AwardReason.OtherStore)],
            found.Awards.Select(a => (a.Status, a.Amount, a.Why.Reason)));
    }

    [Theory]
    [EveryDatabase(true, "ana@example.com")]
    [EveryDatabase(false, null)]
    public async Task The_address_is_shown_only_where_the_shopper_may_be_written_to(DatabaseKind database, bool mayContact, string? shown)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = portal.Code();
        await portal.Shopper.AnswersAll(code, mayContact: mayContact);
        var sent = (await portal.Shopper.Submits(code, email: "ana@example.com")).Value;

        var found = await ShowAsync(portal, sent.ResponseId);

        Assert.Equal((mayContact, true, shown), (found!.MayContact, found.ShopperId is not null, found.Email));
    }

    [Theory, EveryDatabase]
    public async Task What_was_not_sent_and_what_never_was_is_not_there(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var open = await portal.HasAsync(new Visit(StoreNumbers.Oxford, new DateOnly(2026, 3, 10)) { OpenAfter = ["recommend"] });

        Assert.Null(await ShowAsync(portal, open[0]));
        Assert.Null(await ShowAsync(portal, Guid.NewGuid()));
    }

    private static Task<ResponseDetails?> ShowAsync(PortalForTests portal, Guid id) =>
        portal.CallAsync<ShowResponse, ResponseDetails?>(u => u.RunAsync(id, default));
}
