using Rewards.Application.Receipts;
using Rewards.Application.Shoppers;
using Rewards.Application.Surveys;
using Rewards.Domain;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Shoppers;

/// <summary>A card that was shown at the till becomes that of whoever gives feedback for the receipt with an e-mail (decision 10).</summary>
public class CardOfTheTillTests
{
    private const string Card = "40000001";

    private static readonly PortalSetup _setup = new() { Promotions = [PortalSetup.FuelPoints(100)] };

    [Theory, EveryDatabase]
    public async Task Points_earned_with_an_email_are_spent_with_the_card_that_the_till_named(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);

        await portal.Shopper.GivesFeedback(await CodeAsync(portal, Card), "ana@example.com");

        Assert.Equal(("ana@example.com", Card), Assert.Single(await KnownAsync(portal)));
        Assert.Equal(100, (await portal.Driver(Card).Redeems()).Value.Points);
    }

    [Theory, EveryDatabase]
    public async Task Who_claims_with_an_email_gets_the_card_as_well(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);
        var code = await CodeAsync(portal, Card);
        await portal.Shopper.GivesFeedback(code);
        var reference = (await portal.Shopper.Sees(code)).Response.Reference;
        Assert.Empty(await KnownAsync(portal));

        _ = (await portal.CallAsync<ClaimAwards, Outcome<Claimed>>(
            u => u.RunAsync(reference, new ContactDetails("ana@example.com", null), "en", "203.0.113.1", default))).Value;

        Assert.Equal(("ana@example.com", Card), Assert.Single(await KnownAsync(portal)));
        Assert.Equal(100, (await portal.Driver(Card).Balance()).Points);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(null, Card, null)]
    [InlineData(Card, "40000002", null)]
    [InlineData(Card, Card, Card)]
    [InlineData(Card, null, Card)]
    public async Task A_card_is_linked_only_where_the_till_named_it_and_no_other_was_typed(string? ofTill, string? typed, string? linked)
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, _setup);

        await portal.Shopper.GivesFeedback(await CodeAsync(portal, ofTill), "ana@example.com", typed);

        Assert.Equal(("ana@example.com", linked), Assert.Single(await KnownAsync(portal)));
    }

    [Theory, EveryDatabase]
    public async Task A_card_that_somebody_has_and_a_shopper_who_has_one_stay_as_they_are(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);
        await portal.Shopper.GivesFeedback(await CodeAsync(portal, null), card: Card);

        await portal.Shopper.GivesFeedback(await CodeAsync(portal, Card), "ana@example.com");
        await portal.Shopper.GivesFeedback(await CodeAsync(portal, "40000002"), "ana@example.com");
        await portal.Shopper.GivesFeedback(await CodeAsync(portal, "40000003"), "ana@example.com");

        Assert.Equal([(null, Card), ("ana@example.com", "40000002")], await KnownAsync(portal));
    }

    [Theory, EveryDatabase]
    public async Task The_household_of_an_imported_receipt_is_no_card(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);
        var code = portal.Code();
        var key = portal.ReceiptOf(code);
        await portal.InDatabaseAsync(async db =>
        {
            db.Receipts.Add(new(key, key.BusinessDay.ToDateTime(new TimeOnly(9, 30)), 4_217, 12, "Bakery", household: "1234"));
            await db.SaveChangesAsync();
        });

        await portal.Shopper.GivesFeedback(code, "ana@example.com");

        Assert.Equal(("ana@example.com", null), Assert.Single(await KnownAsync(portal)));
    }

    [Theory, EveryDatabase]
    public async Task Of_many_who_are_to_get_one_card_at_once_one_does_and_every_response_is_kept(DatabaseKind database)
    {
        const int Many = 24;
        await using var portal = await PortalForTests.StartAsync(database, _setup);
        var codes = new List<string>();
        for (var i = 0; i < Many; i++)
        {
            codes.Add(await CodeAsync(portal, Card));
            await portal.Shopper.AnswersAll(codes[i]);
        }

        // Some leave the card alone: it may be theirs before it is anybody's.
        var sent = await Crowd.AtOnce(Many, i => i % 6 == 5
            ? portal.Shopper.Submits(codes[i], card: Card)
            : portal.Shopper.Submits(codes[i], $"ana{i / 2}@example.com"));

        Assert.All(sent, s => Assert.Null(s.Error));
        Assert.Single(await KnownAsync(portal), s => s.Card == Card);
        Assert.Equal(Many, (await portal.AllAsync<Award>()).Count);
        Assert.Null((await portal.ChecksLedger()).FirstFault);
    }

    private static async Task<IReadOnlyList<(string? Email, string? Card)>> KnownAsync(PortalForTests portal) =>
        [.. (await portal.AllAsync<Shopper>()).OrderBy(s => s.Email).Select(s => (s.Email, s.LoyaltyCard))];

    private static async Task<string> CodeAsync(PortalForTests portal, string? card)
    {
        var code = portal.Code();
        var key = portal.ReceiptOf(code);
        var sent = new SentReceipt(
            key.StoreNumber, key.Register, key.Transaction, $"{key.BusinessDay:yyyy-MM-dd}T09:30:00", 4_217, ["Bakery"], card);
        return (await portal.CallAsync<RegisterReceipt, Outcome<RegisteredReceipt>>(u => u.RunAsync(sent, default))).Value.Code;
    }
}
