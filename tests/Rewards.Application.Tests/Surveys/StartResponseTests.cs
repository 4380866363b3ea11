using Rewards.Domain;
using Rewards.Domain.Codes;
using Rewards.Domain.Receipts;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Surveys;

/// <summary>What a code opens, and what each bad one is told.</summary>
public class StartResponseTests
{
    [Theory, EveryDatabase]
    public async Task A_code_opens_the_first_question_and_writes_nothing(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = portal.Code();

        var session = (await portal.Shopper.Starts(code)).Value;

        Assert.Equal(code, session.Code);
        Assert.Equal(StoreNumbers.Princeton, session.Store.Number);
        Assert.Equal("recommend", session.NextQuestion.Key);
        Assert.Null(session.Response);
        Assert.Empty(await portal.AllAsync<Receipt>());
    }

    [Theory, EveryDatabase]
    public async Task A_registered_receipt_asks_only_about_its_own_departments(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);

        var session = (await portal.Shopper.Starts(await portal.RegisteredCodeAsync("Bakery|Fuel"))).Value;

        Assert.Equal(["Bakery", "Fuel"], session.Touchpoints);
        Assert.DoesNotContain(session.Questions, q => q.Key == "visited");
    }

    [Theory, EveryDatabase]
    public async Task A_code_is_read_as_people_type_it(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = portal.Code();

        var typed = " " + code.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l') + " ";

        Assert.Equal(code, (await portal.Shopper.Starts(typed)).Value.Code);
    }

    [Theory]
    [EveryDatabase(null, "receipt-code-missing")]
    [EveryDatabase("  - ", "receipt-code-missing")]
    [EveryDatabase("ABCD", "receipt-code-wrong-length")]
    [EveryDatabase("ABCD-EFG-HJKM-NPQR", "receipt-code-group-wrong-length")]
    [EveryDatabase("ABCD-EFUG-HJKM-NPQR", "receipt-code-group-invalid-symbol")]
    [EveryDatabase("0000-0000-0000-0001", "receipt-code-slip")]
    public async Task A_slip_is_said_at_once_and_costs_nothing(DatabaseKind database, string? typed, string refusal)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        for (var tries = 0; tries < 20; tries++)
        {
            Assert.Equal(refusal, (await portal.Shopper.Starts(typed)).Error?.Code);
        }

        Assert.Null((await portal.Shopper.Starts(portal.Code())).Error);
    }

    [Theory, EveryDatabase]
    public async Task A_slip_names_the_group_that_looks_wrong(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);

        var refusal = (await portal.Shopper.Starts("ABCD-EFGH-JK!M-NPQR")).Error;

        Assert.Equal(new CodeSlip(CodeSlipKind.InvalidSymbol, 3), Assert.IsType<ReceiptCodeSlip>(refusal).Slip);
        Assert.Equal("code", refusal.Field);
    }

    [Theory, EveryDatabase]
    public async Task A_forged_code_and_an_unknown_receipt_are_told_the_same(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(
            database, new PortalSetup { Settings = { ["Receipts:RequireRegistration"] = "true" } });

        var forged = (await portal.Shopper.Starts(PortalForTests.ForgedCode())).Error;
        var unregistered = (await portal.Shopper.Starts(portal.Code())).Error;
        var noStore = (await portal.Shopper.Starts(portal.Code(StoreNumbers.Unknown))).Error;

        Assert.All([forged, unregistered, noStore], e => Assert.Equal(new ReceiptCodeUnknown(), e));
        Assert.Null((await portal.Shopper.Starts(await portal.RegisteredCodeAsync())).Error);
    }

    [Theory, EveryDatabase]
    public async Task After_five_forged_codes_a_client_waits_a_quarter_of_an_hour_and_others_do_not(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var shutUntil = portal.Clock.Now.AddMinutes(15);
        for (var forged = 0; forged < 5; forged++)
        {
            Assert.Equal(new ReceiptCodeUnknown(), (await portal.Shopper.Starts(PortalForTests.ForgedCode())).Error);
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(new TooManyCodes(shutUntil), (await portal.Shopper.Starts(portal.Code())).Error);
        Assert.Equal(new TooManyCodes(shutUntil), (await portal.Shopper.Starts(PortalForTests.ForgedCode())).Error);
        Assert.IsType<ReceiptCodeSlip>((await portal.Shopper.Starts("ABCD")).Error);
        Assert.Null((await portal.ShopperAt("203.0.113.2").Starts(portal.Code())).Error);

        portal.Clock.Advance(shutUntil - portal.Clock.Now);
        Assert.Null((await portal.Shopper.Starts(portal.Code())).Error);
    }

    [Theory, EveryDatabase]
    public async Task Four_forged_codes_in_a_quarter_of_an_hour_are_borne_for_ever(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        for (var forged = 0; forged < 20; forged++)
        {
            Assert.Equal(new ReceiptCodeUnknown(), (await portal.Shopper.Starts(PortalForTests.ForgedCode())).Error);
            portal.Clock.Advance(TimeSpan.FromMinutes(4));
        }
    }

    [Theory, EveryDatabase]
    public async Task Too_many_forged_codes_over_the_whole_portal_shut_it_for_all_until_the_hour_is_over(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(
            database, new PortalSetup { Settings = { ["Throttle:PortalPerHour"] = "8" } });
        var shutUntil = portal.Clock.Now.AddHours(1);
        for (var forged = 0; forged < 8; forged++)
        {
            Assert.Equal(new ReceiptCodeUnknown(), (await portal.ShopperAt($"198.51.100.{forged}").Starts(PortalForTests.ForgedCode())).Error);
            portal.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(new TooManyCodes(shutUntil), (await portal.Shopper.Starts(portal.Code())).Error);

        portal.Clock.Advance(shutUntil - portal.Clock.Now);
        Assert.Null((await portal.Shopper.Starts(portal.Code())).Error);
    }

    [Theory, EveryDatabase]
    public async Task Two_hundred_forged_codes_at_once_are_refused_and_all_but_a_few_unread(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);

        var outcomes = await Crowd.AtOnce(200, _ => portal.Shopper.Starts(PortalForTests.ForgedCode()));

        Assert.All(outcomes, o => Assert.True(o.Error is ReceiptCodeUnknown or TooManyCodes, o.Error?.Code ?? "opened"));
        Assert.InRange(outcomes.Count(o => o.Error is ReceiptCodeUnknown), 5, 5 + (4 * Environment.ProcessorCount));
        Assert.IsType<TooManyCodes>((await portal.Shopper.Starts(portal.Code())).Error);
    }

    [Theory, EveryDatabase]
    public async Task A_receipt_is_good_on_its_last_day_and_too_old_on_the_next(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = portal.Code(daysAgo: 7);
        Assert.Null((await portal.Shopper.Starts(code)).Error);

        portal.Clock.Advance(TimeSpan.FromDays(1));

        var bought = portal.ReceiptOf(code).BusinessDay;
        Assert.Equal(new ReceiptTooOld(bought, bought.AddDays(7)), (await portal.Shopper.Starts(code)).Error);
    }

    [Theory, EveryDatabase]
    public async Task How_long_a_receipt_is_good_is_a_setting(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, new PortalSetup { Settings = { ["Receipts:ValidDays"] = "2" } });

        Assert.Null((await portal.Shopper.Starts(portal.Code(daysAgo: 2))).Error);
        Assert.IsType<ReceiptTooOld>((await portal.Shopper.Starts(portal.Code(daysAgo: 3))).Error);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_began_in_time_may_finish_on_the_day_after(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = portal.Code(daysAgo: 7);
        _ = (await portal.Shopper.Answers(code, "recommend", "9")).Value;

        portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null((await portal.Shopper.Starts(code)).Error);

        portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.IsType<ReceiptTooOld>((await portal.Shopper.Starts(code)).Error);
    }

    [Theory, EveryDatabase]
    public async Task The_days_counted_are_the_stores_own(DatabaseKind database)
    {
        // 05:30 UTC: the 11th in Princeton, still the 10th in Pasadena.
        await using var portal = await PortalForTests.StartAsync(
            database, new PortalSetup { Start = new DateTime(2026, 3, 11, 5, 30, 0, DateTimeKind.Utc) });
        var tomorrowInPasadena = portal.Code(StoreNumbers.Pasadena, daysAgo: -1);
        var lastDayInPasadena = portal.Code(StoreNumbers.Pasadena, daysAgo: 7);

        Assert.Equal(new DateOnly(2026, 3, 11), portal.ReceiptOf(portal.Code()).BusinessDay);
        Assert.Equal(new ReceiptFromTheFuture(new DateOnly(2026, 3, 11)), (await portal.Shopper.Starts(tomorrowInPasadena)).Error);
        Assert.Null((await portal.Shopper.Starts(lastDayInPasadena)).Error);
    }

    [Theory, EveryDatabase]
    public async Task A_receipt_from_the_future_is_told_so(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = portal.Code(daysAgo: -3);

        Assert.Equal(new ReceiptFromTheFuture(portal.ReceiptOf(code).BusinessDay), (await portal.Shopper.Starts(code)).Error);
    }

    [Theory, EveryDatabase]
    public async Task A_store_that_does_not_take_part_is_named(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);

        var refusal = (await portal.Shopper.Starts(portal.Code(StoreNumbers.NotTakingPart))).Error;

        Assert.Equal(new StoreNotTakingPart("Old Town, Salem"), refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_used_receipt_says_when_also_after_it_would_be_too_old(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = portal.Code();
        var at = portal.Clock.Now;
        await portal.Shopper.GivesFeedback(code);

        portal.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(new ReceiptAlreadyUsed(at), (await portal.Shopper.Starts(code)).Error);
    }

    [Theory, EveryDatabase]
    public async Task Another_device_goes_on_where_the_first_one_stopped(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var code = await portal.RegisteredCodeAsync();
        _ = (await portal.Shopper.Answers(code, "recommend", "9")).Value;
        _ = (await portal.Shopper.Answers(code, "satisfaction", "none")).Value;

        var session = (await portal.ShopperAt("198.51.100.7").Starts(code)).Value;

        Assert.Equal("departments", session.NextQuestion.Key);
        Assert.Equal([(int?)9, null], session.Answers.OrderBy(a => a.Question, StringComparer.Ordinal).Select(a => a.Score));
    }
}
