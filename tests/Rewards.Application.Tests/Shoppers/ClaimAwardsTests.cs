using Microsoft.EntityFrameworkCore;
using Rewards.Application.Shoppers;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Mail;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Surveys;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Shoppers;

public class ClaimAwardsTests
{
    private const string Ana = "ana@example.com";

    private static PortalSetup All => new() { Promotions = [PortalSetup.FuelPoints(), PortalSetup.Entry(), PortalSetup.Voucher()] };

    [Theory, EveryDatabase]
    public async Task What_was_held_goes_to_whoever_brings_the_reference(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, All);
        var (code, reference) = await HeldAsync(portal);
        portal.Clock.Advance(TimeSpan.FromDays(2));

        var claimed = (await portal.Claims($" {reference.ToLowerInvariant().Replace('-', ' ')}", Ana)).Value;

        var shopper = Assert.Single(await portal.AllAsync<Shopper>());
        var (response, awards) = await portal.Shopper.Sees(code);
        Assert.Equal((claimed.ResponseId, shopper.Id), (response.Id, response.ShopperId));
        Assert.All(awards, a => Assert.Equal(AwardStatus.Granted, a.Status));
        var posting = Assert.Single(await portal.AllAsync<FuelPointPosting>());
        Assert.Equal((shopper.Id, 50, 202603), (posting.ShopperId, posting.Points, posting.LotNumber));
        Assert.Equal(shopper.Id, Assert.Single(await portal.AllAsync<SweepstakesEntry>()).ShopperId);
        Assert.Equal(shopper.Id, Assert.Single(await portal.AllAsync<Voucher>()).ShopperId);
        var mail = Assert.Single(await portal.AllAsync<OutboxMail>());
        Assert.Equal((MailKind.Awards, response.Id, Ana), (mail.Kind, mail.SubjectId, mail.Recipient));
    }

    [Theory, EveryDatabase]
    public async Task Of_fifty_people_at_once_one_gets_it(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, All);
        var (_, reference) = await HeldAsync(portal);

        var outcomes = await Crowd.AtOnce(50, i => portal.Claims(reference, $"shopper{i}@example.com"));

        Assert.Equal("1 done, 49 nothing-to-claim", outcomes.Tally());
        await HasOneSetAsync(portal);
        Assert.Single(await portal.AllAsync<Shopper>());
    }

    [Theory, EveryDatabase]
    public async Task Who_sends_the_claim_fifty_times_at_once_gets_it_once_and_is_told_so_each_time(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, All);
        var (_, reference) = await HeldAsync(portal);

        var outcomes = await Crowd.AtOnce(50, _ => portal.Claims(reference, Ana));

        Assert.Equal("50 done", outcomes.Tally());
        await HasOneSetAsync(portal);
    }

    [Theory, EveryDatabase]
    public async Task Many_claims_of_one_shopper_at_once_keep_the_promotions_limit(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, All);
        var references = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            references.Add((await HeldAsync(portal)).Reference);
        }

        var outcomes = await Crowd.AtOnce(references.Count, i => portal.Claims(references[i], Ana));

        Assert.Equal("10 done", outcomes.Tally());
        Assert.Single(await portal.AllAsync<FuelPointPosting>());
        Assert.Equal(10, (await portal.AllAsync<SweepstakesEntry>()).Count);
        Assert.Equal(9, (await portal.AllAsync<Award>()).Count(a => a is { Status: AwardStatus.Declined, Reason: AwardReason.HadOneInPeriod, Amount: 0 }));
    }

    [Theory, EveryDatabase]
    public async Task Points_of_this_week_are_not_given_again_by_a_claim(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, All);
        await portal.Shopper.GivesFeedback(portal.Code(), Ana);
        portal.Clock.Advance(TimeSpan.FromDays(3));
        var (code, reference) = await HeldAsync(portal);

        _ = (await portal.Claims(reference, Ana)).Value;

        var (_, awards) = await portal.Shopper.Sees(code);
        Assert.Equal(
            [AwardReason.HadOneInPeriod, AwardReason.ThankYou, AwardReason.ThankYou],
            awards.Select(a => a.Reason));
        Assert.Single(await portal.AllAsync<FuelPointPosting>());
        Assert.Equal(2, (await portal.AllAsync<SweepstakesEntry>()).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_claim_can_be_made_for_seven_days_and_not_longer(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, All);
        var (_, early) = await HeldAsync(portal);
        var (_, late) = await HeldAsync(portal);
        var until = portal.Clock.Now.AddDays(7);

        portal.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromTicks(10));
        Assert.Null((await portal.Claims(early, Ana)).Error);

        portal.Clock.Advance(TimeSpan.FromTicks(10));
        Assert.Equal(new ClaimTooLate(until), (await portal.Claims(late, Ana)).Error);
        await HasOneSetAsync(portal, vouchers: 2);
    }

    [Theory, EveryDatabase]
    public async Task What_was_promised_is_given_also_where_the_promotion_has_ended_since(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, All);
        var (_, reference) = await HeldAsync(portal);
        await portal.InDatabaseAsync(db => db.Promotions.ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PromotionState.Ended)));
        portal.Clock.Advance(TimeSpan.FromDays(1));

        _ = (await portal.Claims(reference, Ana)).Value;

        await HasOneSetAsync(portal);
    }

    [Theory, EveryDatabase]
    public async Task A_card_is_enough_and_no_mail_is_written_then(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, All);
        var (_, reference) = await HeldAsync(portal);

        _ = (await portal.Claims(reference, card: "4 711 001")).Value;

        Assert.Equal("4711001", Assert.Single(await portal.AllAsync<Shopper>()).LoyaltyCard);
        Assert.Empty(await portal.AllAsync<OutboxMail>());
        Assert.Single(await portal.AllAsync<FuelPointPosting>());
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_claimed_from_a_response_that_has_a_person(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, All);
        var sent = await portal.Shopper.GivesFeedback(portal.Code(), Ana);
        var (response, _) = await portal.Shopper.Sees(sent.Code);

        Assert.IsType<NothingToClaim>((await portal.Claims(response.Reference, "ben@example.com")).Error);
        await HasOneSetAsync(portal);
    }

    [Theory, EveryDatabase]
    public async Task Guessed_references_are_stopped_and_slips_are_not_counted(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, All);
        var (_, reference) = await HeldAsync(portal);
        for (var i = 0; i < 10; i++)
        {
            Assert.IsType<ReferenceUnknown>((await portal.Claims("R-0000-0001", Ana)).Error);
        }

        for (var i = 0; i < 5; i++)
        {
            Assert.IsType<ReferenceUnknown>((await portal.Claims(ResponseReference.Create(), Ana)).Error);
        }

        Assert.IsType<TooManyReferences>((await portal.Claims(reference, Ana)).Error);
        Assert.Null((await portal.Claims(reference, Ana, client: "203.0.113.9")).Error);
    }

    [Fact]
    public async Task A_claim_says_whose_it_is()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, All);
        var (_, reference) = await HeldAsync(portal);

        Assert.IsType<PersonMissing>((await portal.Claims(reference, " ", "")).Error);
        Assert.IsType<LoyaltyCardInvalid>((await portal.Claims(reference, card: "ABC")).Error);
        Assert.Empty(await portal.AllAsync<Shopper>());
    }

    private static async Task<(string Code, string Reference)> HeldAsync(PortalForTests portal)
    {
        var sent = await portal.Shopper.GivesFeedback(portal.Code());
        var (response, _) = await portal.Shopper.Sees(sent.Code);
        return (sent.Code, response.Reference!);
    }

    private static async Task HasOneSetAsync(PortalForTests portal, int vouchers = 1)
    {
        Assert.Single(await portal.AllAsync<FuelPointPosting>());
        Assert.Single(await portal.AllAsync<SweepstakesEntry>());
        Assert.Single(await portal.AllAsync<OutboxMail>());
        Assert.Equal(vouchers, (await portal.AllAsync<Voucher>()).Count);
        Assert.Single(await portal.AllAsync<Voucher>(), v => v.ShopperId is not null);
    }
}
