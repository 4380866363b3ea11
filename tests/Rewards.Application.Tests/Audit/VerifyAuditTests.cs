using Microsoft.EntityFrameworkCore;
using Rewards.Domain.Audit;
using Rewards.Domain.Promotions;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Audit;

/// <summary>Whatever is changed behind the portal's back is found and named.</summary>
public class VerifyAuditTests
{
    // Each was done by the day; what is said names the row, and nothing else is wrong.
    private static readonly (string Statement, string Said)[] _rows =
    [
        ("""UPDATE "FuelPointPostings" SET "Points" = "Points" + 1 WHERE "Kind" = 1""", "line of the fuel points' ledger"),
        ("""UPDATE "FuelPointPostings" SET "PostedAt" = '2026-03-09 08:00:00' WHERE "Kind" = 2""", "line of the fuel points' ledger"),
        ("""DELETE FROM "FuelPointPostings" WHERE "Kind" = 6""", "line of the fuel points' ledger"),
        ("""UPDATE "Awards" SET "Amount" = 900 WHERE "Kind" = 1 AND "Status" = 1""", "line of the fuel points' ledger"),
        ("""UPDATE "Vouchers" SET "ValueCents" = 900""", "voucher"),
        ("""UPDATE "Vouchers" SET "LastDay" = '2030-01-01'""", "voucher"),
        ("""UPDATE "Vouchers" SET "BalanceCents" = "ValueCents" WHERE "VoidedAt" IS NULL""", "cents left, its lines make"),
        ("""UPDATE "Vouchers" SET "BalanceCents" = "VoidedCents", "VoidedCents" = 0, "VoidedAt" = NULL WHERE "VoidedAt" IS NOT NULL""", "event"),
        ("""UPDATE "Redemptions" SET "AmountCents" = "AmountCents" - 1""", "redemption"),
        ("""UPDATE "Redemptions" SET "Cashier" = 'Ida'""", "redemption"),
        ("""UPDATE "Reversals" SET "Reason" = 3""", "reversal"),
        ("""DELETE FROM "Reversals" """, "reversal"),
        ("""UPDATE "FuelRedemptions" SET "CentsPerGallon" = 100""", "fuel redemption"),
        ("""DELETE FROM "FuelRedemptionReversals" """, "reversal of a fuel redemption"),
        ("""UPDATE "Refunds" SET "PointsTaken" = 0""", "refund"),
        ("""UPDATE "SweepstakesEntries" SET "EnteredOn" = '2026-03-01'""", "entry"),
        ("""DELETE FROM "SweepstakesEntries" """, "entry"),
        ("""UPDATE "ApiKeys" SET "StoreNumber" = NULL""", "key"),
        ("""UPDATE "ApiKeys" SET "RevokedAt" = NULL""", "event"),
        ("""DELETE FROM "ApiKeys" """, "key"),
        ("""UPDATE "FuelPointAdjustments" SET "Points" = 4000""", "event"),
        ("""UPDATE "FuelPointAdjustments" SET "DecidedBy" = "ProposedBy" """, "event"),
        ("""UPDATE "Promotions" SET "Rule" = '5000'""", "event"),
        ("""UPDATE "AuditEvents" SET "ActorId" = NULL WHERE "ActorId" IS NOT NULL""", "event"),
        ("""DELETE FROM "AuditEvents" """, "event"),
        ("""UPDATE "Promotions" SET "EndsOn" = '2030-01-01'""", "event"),
        ("""UPDATE "Shoppers" SET "LoyaltyCard" = '49999999' WHERE "Email" IS NULL""", "shopper"),
        ("""UPDATE "Shoppers" SET "Email" = 'eve@example.com' WHERE "Email" = 'ben@example.com'""", "shopper"),
        ("""UPDATE "Shoppers" SET "LoyaltyCard" = '49999999' WHERE "Email" = 'ana@example.com'""", "event"),
        ("""UPDATE "OfflineRedemptions" SET "AmountCents" = 1 WHERE "RedemptionId" IS NOT NULL""", "redemption without network"),
        ("""UPDATE "OfflineRedemptions" SET "ReasonCode" = 'voucher-expired' WHERE "RedemptionId" IS NULL""", "redemption without network"),
        ("""DELETE FROM "OfflineRedemptions" WHERE "Resolution" IS NULL""", "redemption without network"),
        ("""UPDATE "OfflineRedemptions" SET "Resolution" = 2 WHERE "Resolution" = 1""", "event"),
    ];

    // What moves in place and is in no link: nothing else is wrong.
    private static readonly (string Statement, string Said)[] _books =
    [
        ("""UPDATE "Vouchers" SET "VoidedAt" = '2026-03-10 15:00:00', "VoidedCents" = "BalanceCents", "VoidReason" = 1, "BalanceCents" = 0 WHERE "VoidedAt" IS NULL""", "was made void by no act"),
        ("""UPDATE "Vouchers" SET "VoidReason" = 2 WHERE "VoidedAt" IS NULL""", "was made void by no act"),
        ("""UPDATE "Vouchers" SET "ShopperId" = NULL WHERE "ShopperId" IS NOT NULL""", "not in the wallet it was given to"),
        ("""UPDATE "Vouchers" SET "SealedCode" = "CodeHash" """, "a sealed code or an ending that is not its own"),
        ("""UPDATE "Vouchers" SET "Ending" = 'AAAA'""", "a sealed code or an ending that is not its own"),
        ("""UPDATE "Awards" SET "Amount" = 900 WHERE "Kind" = 1 AND "Status" = 2""", "is of 900, its promotion's rule gives 500"),
        ("""UPDATE "Awards" SET "Status" = 4 WHERE "Kind" = 1 AND "Status" = 2""", "was given to nobody"),
        ("""UPDATE "Awards" SET "ShopperId" = (SELECT "Id" FROM "Shoppers" WHERE "Email" = 'ben@example.com') WHERE "Kind" = 1 AND "Status" = 2""", "is another shopper's than its response"),
        ("""UPDATE "Awards" SET "ShopperId" = (SELECT "Id" FROM "Shoppers" WHERE "Email" = 'ben@example.com') WHERE "Kind" = 2 AND "Status" = 1""", "is another shopper's than its response"),
        ("""UPDATE "Awards" SET "Status" = 3, "Reason" = 22 WHERE "Kind" = 3""", "not worth what it was given for"),
        ("""UPDATE "Responses" SET "ShopperId" = (SELECT "Id" FROM "Shoppers" WHERE "Email" = 'ben@example.com')""", "not in the wallet it was given to"),
        ("""UPDATE "Promotions" SET "BudgetCents" = 99000000 WHERE "Kind" = 3""", "has a budget that no act gave it"),
        ("""UPDATE "Promotions" SET "SpentCents" = 0, "AwardedCount" = 0 WHERE "Kind" = 3""", "has counted 0 awards"),
        ("""UPDATE "Promotions" SET "SpentCents" = "SpentCents" - 500 WHERE "Kind" = 3""", "its awards make"),
        ("""UPDATE "Promotions" SET "State" = 4 WHERE "Kind" = 3""", "is Ended, its last act left it Running"),
        ("""UPDATE "Receipts" SET "RefundedCents" = 0 WHERE "RefundedCents" > 0""", "its refunds make 5000"),
        ("""UPDATE "Receipts" SET "TotalCents" = 1 WHERE "RefundedCents" > 0""", "its refunds make 5000"),
        ("""UPDATE "Shoppers" SET "LoyaltyCard" = '49999999' WHERE "Email" = 'ben@example.com'""", "has a card that no act linked"),
        ("""UPDATE "EntryCounts" SET "Count" = 0""", "more than were counted"),
        ("""DELETE FROM "EntryCounts" """, "more than were counted"),
    ];

    [Theory, EveryDatabase]
    public async Task What_moves_in_place_and_does_not_agree_with_what_is_linked_is_named(DatabaseKind database)
    {
        await using var portal = await AuditedDay.StartAsync(database);
        await portal.SealsAsync();

        foreach (var (statement, said) in _books)
        {
            var fault = await portal.SaysWithAsync(statement);
            Assert.True(fault?.Contains(said, StringComparison.Ordinal) == true, $"{statement}: {fault}");
        }

        Assert.Null((await portal.VerifiesAsync()).Fault);
    }

    [Theory, EveryDatabase]
    public async Task Points_by_the_dollar_that_wait_and_the_total_they_came_from_cannot_be_raised_alone(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup
        {
            Promotions = [PortalSetup.Promotion("by-dollar", AwardKind.FuelPoints, new PromotionRule(0, PerDollar: 2, Limits: [new PromotionLimit(LimitScope.Store, 50, 7)]))],
            ArePublished = true,
            Settings = { ["FuelPoints:PendingUntilTillConfirms"] = "true", ["FuelPoints:PendingDays"] = "3" },
        });
        await portal.Shopper.GivesFeedback(await portal.RegisteredCodeAsync(), email: "ana@example.com");
        await portal.SealsAsync();
        Assert.Null((await portal.VerifiesAsync()).Fault);
        Assert.Equal(AwardStatus.Pending, Assert.Single(await portal.AllAsync<Award>()).Status);

        Assert.Contains("is of 900, its promotion's rule gives 84", await portal.SaysWithAsync("""UPDATE "Awards" SET "Amount" = 900"""), StringComparison.Ordinal);
        Assert.Contains("is for 42170 of a receipt of 4217 cents", await portal.SaysWithAsync("""UPDATE "Awards" SET "Amount" = 842, "ForCents" = 42170"""), StringComparison.Ordinal);
        Assert.Contains("is for 4217 of a receipt of 42170 cents", await portal.SaysWithAsync("""UPDATE "Receipts" SET "TotalCents" = 42170"""), StringComparison.Ordinal);
        Assert.Contains("has counted 0 awards by Store, 1 were booked", await portal.SaysWithAsync("""DELETE FROM "PromotionCounts" """), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Each_change_is_found_however_many_there_are(DatabaseKind database)
    {
        await using var portal = await AuditedDay.StartAsync(database);
        await portal.SealsAsync();
        await portal.InDatabaseAsync(async db =>
        {
            await db.Redemptions.Take(1).ExecuteUpdateAsync(set => set.SetProperty(r => r.Cashier, "Ida"));
            await db.ApiKeys.ExecuteUpdateAsync(set => set.SetProperty(k => k.Name, "Mine"));
            await db.Vouchers.Where(v => v.VoidedAt != null).ExecuteUpdateAsync(set => set.SetProperty(v => v.Ending, "AAAA"));
        });

        var verdict = await portal.VerifiesAsync();

        Assert.Equal(3, verdict.Faults.Count);
        Assert.Equal(["redemption", "key", "voucher"], verdict.Faults.Told.Select(t => t.Split(' ')[0]));
        Assert.EndsWith("; and 2 more", verdict.Summary, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_row_of_any_kind_that_was_changed_or_deleted_is_named(DatabaseKind database)
    {
        await using var portal = await AuditedDay.StartAsync(database);
        await portal.SealsAsync();
        Assert.Null((await portal.VerifiesAsync()).Fault);
        var kinds = (await portal.AllAsync<AuditLink>()).Select(l => l.Kind).Distinct().Order();
        Assert.Equal(Enum.GetValues<AuditKind>(), kinds);

        foreach (var (statement, said) in _rows)
        {
            var fault = await portal.SaysWithAsync(statement);
            Assert.True(fault?.Contains(said, StringComparison.Ordinal) == true, $"{statement}: {fault}");
        }

        Assert.Null((await portal.VerifiesAsync()).Fault);
    }

    [Theory, EveryDatabase]
    public async Task A_link_that_was_changed_deleted_or_moved_is_named(DatabaseKind database)
    {
        await using var portal = await AuditedDay.StartAsync(database);
        await portal.SealsAsync();

        Assert.StartsWith("link 3 ", await portal.SaysWithAsync("""UPDATE "AuditLinks" SET "ContentHash" = "Hash" WHERE "Sequence" = 3"""), StringComparison.Ordinal);
        Assert.StartsWith("link 4 ", await portal.SaysWithAsync("""UPDATE "AuditLinks" SET "Hash" = "ContentHash" WHERE "Sequence" = 4"""), StringComparison.Ordinal);
        Assert.StartsWith("link 3 ", await portal.SaysWithAsync("""UPDATE "AuditLinks" SET "At" = '2026-03-11 08:00:00' WHERE "Sequence" = 3"""), StringComparison.Ordinal);
        Assert.Equal("link 3 is missing: link 4 follows link 2", await portal.SaysWithAsync("""DELETE FROM "AuditLinks" WHERE "Sequence" = 3"""));
        Assert.StartsWith(
            "link 3 ",
            await portal.SaysWithAsync(
                """UPDATE "AuditLinks" SET "Sequence" = 1000 WHERE "Sequence" = 3""",
                """UPDATE "AuditLinks" SET "Sequence" = 3 WHERE "Sequence" = 4""",
                """UPDATE "AuditLinks" SET "Sequence" = 4 WHERE "Sequence" = 1000"""),
            StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_row_put_in_back_in_time_is_named_whether_it_gets_a_link_or_not(DatabaseKind database)
    {
        await using var portal = await AuditedDay.StartAsync(database);
        await portal.SealsAsync();
        var two = portal.Clock.Now.AddHours(-2);
        await AddAsync(portal, two);

        var unlinked = (await portal.VerifiesAsync()).Fault;
        Assert.StartsWith("redemption ", unlinked, StringComparison.Ordinal);
        Assert.EndsWith("is in no link", unlinked, StringComparison.Ordinal);
        Assert.Equal(0, (await portal.SealsAsync(portal.Clock.Now.AddHours(-1))).Links);

        await portal.SealsAsync();
        var linked = (await portal.VerifiesAsync()).Fault;
        Assert.StartsWith("redemption ", linked, StringComparison.Ordinal);
        Assert.Contains("says it was written 2026-03-10 13:00:00 UTC, but was put in after others of 2026-03-10 15:00:00 UTC", linked, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task What_is_without_a_link_for_ten_minutes_is_named(DatabaseKind database)
    {
        await using var portal = await AuditedDay.StartAsync(database);
        Assert.Null((await portal.VerifiesAsync()).Fault);

        portal.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.EndsWith("is in no link", (await portal.VerifiesAsync()).Fault, StringComparison.Ordinal);

        await portal.SealsAsync(portal.Clock.Now.AddHours(-1));
        Assert.Null((await portal.VerifiesAsync()).Fault);
    }

    [Theory, EveryDatabase]
    public async Task Cutting_the_end_off_and_making_the_chain_anew_are_found_by_a_head_that_was_noted(DatabaseKind database)
    {
        await using var portal = await AuditedDay.StartAsync(database);
        await portal.SealsAsync();
        var head = (await portal.VerifiesAsync()).Head;
        Assert.True(AuditHead.TryParse(head.ToString(), out var noted));
        Assert.Null((await portal.VerifiesAsync(noted)).Fault);

        // An event and its link, as if nobody had published the last promotion.
        await portal.InDatabaseAsync(async db =>
        {
            var published = await db.AuditEvents.OrderByDescending(e => e.SubjectNumber).FirstAsync(e => e.Act == AuditAct.PromotionPublished);
            var last = await db.AuditLinks.SingleAsync(l => l.Kind == AuditKind.Act && l.SubjectId == published.Id);
            await db.Promotions.Where(p => p.Id == published.SubjectNumber).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PromotionState.Draft));
            await db.AuditEvents.Where(e => e.Id == published.Id).ExecuteDeleteAsync();
            await db.AuditLinks.Where(l => l.Sequence >= last.Sequence).ExecuteDeleteAsync();
        });
        await portal.SealsAsync();
        Assert.Null((await portal.VerifiesAsync()).Fault);
        Assert.Equal($"link {head.Sequence} was noted, and the chain ends with link {head.Sequence - 1}: its end was cut off", (await portal.VerifiesAsync(noted)).Fault);

        await portal.InDatabaseAsync(db => db.AuditLinks.ExecuteDeleteAsync());
        portal.Clock.Advance(TimeSpan.FromSeconds(5));
        await portal.SealsAsync();
        Assert.Null((await portal.VerifiesAsync()).Fault);
        var second = (await portal.AllAsync<AuditLink>()).Single(l => l.Sequence == 2).Head;
        Assert.Contains("made anew", (await portal.VerifiesAsync(second with { Hash = noted.Value.Hash })).Fault, StringComparison.Ordinal);
    }

    // What was taken twice does not show in the balance: the row's own time does.
    private static async Task AddAsync(PortalForTests portal, DateTime at)
    {
        var redemption = (await portal.AllAsync<Redemption>())[0];
        var by = new RedeemedBy(redemption.ActorId, true, null, null);
        await portal.InDatabaseAsync(async db =>
        {
            db.Redemptions.Add(new Redemption(
                Guid.CreateVersion7(at), redemption.VoucherId, 1, 0, redemption.StoreNumber, by, "forged", new byte[32], at, redemption.BusinessDay));
            await db.SaveChangesAsync();
            await db.Vouchers.Where(v => v.Id == redemption.VoucherId).ExecuteUpdateAsync(set => set.SetProperty(v => v.BalanceCents, v => v.BalanceCents - 1));
        });
    }
}
