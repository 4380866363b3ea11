using System.Text;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Application.Sweepstakes.Claims;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>What prizes mean for the year's tax forms, for the list that states ask for, and how long it is all kept.</summary>
public class PrizeTaxTests
{
    private const string DrawId = EntriesForTests.DrawId;

    private static readonly Guid _officer = Guid.CreateVersion7();

    [Theory, EveryDatabase]
    public async Task Prizes_of_a_person_add_up_over_the_months_of_a_year_of_the_programmes_zone(DatabaseKind database)
    {
        await using var portal = await DrawnAsync(database, 150_000, 40_000);
        var winner = await HasAsync(portal, 1);
        _ = await HasAsync(portal, 2);
        var shopper = (await winner.ClaimAsync()).ShopperId;

        // An hour before the year ends in New York it has begun in UTC; and one that begins there.
        await PriorAsync(portal, shopper, "2026-04-monthly", 49_999, new DateTime(2027, 1, 1, 4, 0, 0, DateTimeKind.Utc));
        await PriorAsync(portal, shopper, "2026-05-monthly", 70_000, new DateTime(2027, 1, 1, 5, 0, 0, DateTimeKind.Utc));
        Assert.Equal(199_999, await SumAsync(portal, shopper, 2026));
        Assert.Equal((2, 0), await CountsAsync(portal, 2026));
        await PriorAsync(portal, shopper, "2026-06-monthly", 1, new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal((200_000, 70_000, 0), (await SumAsync(portal, shopper, 2026), await SumAsync(portal, shopper, 2027), await SumAsync(portal, shopper, 2025)));
        Assert.Equal((2, 1), await CountsAsync(portal, 2026));
        var table = Lines(await portal.CallAsync<ListTaxForms, byte[]>(u => u.FileAsync(2026, _officer, default)));
        Assert.Equal(2, table.Length);
        Assert.StartsWith("2026,Ana María Diaz,\"12 Main Street, Apt 3\",Fairview,OH,45000,2000.00,", table[1], StringComparison.Ordinal);
        Assert.Contains("2026-05-31; 2026-12-31", table[1].Replace("2026-04-02; ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Single(await portal.AllAsync<AuditEvent>(), e => e.Act == AuditAct.TaxExported && e.SubjectNumber == 2026);
    }

    [Theory, EveryDatabase]
    public async Task The_list_for_filings_names_who_was_accepted_and_nobody_else(DatabaseKind database)
    {
        await using var portal = await DrawnAsync(database, 10_000, 5_000);
        _ = await HasAsync(portal, 1);
        _ = (await (await WinnerForTests.OfAsync(portal, 2)).Answers(WinnerForTests.Form with { Name = "Ben Ray", Signature = "Ben Ray" })).Value;

        var table = Lines((await portal.CallAsync<ExportWinners, Outcome<byte[]>>(u => u.RunAsync(DrawId, _officer, default))).Value);

        Assert.Equal(3, table.Length);
        Assert.StartsWith("1,$100 gift card,100.00,2026-04-02,Fulfilled,Ana María Diaz,\"12 Main Street, Apt 3\",Fairview,OH,45000,Ana D.,", table[1], StringComparison.Ordinal);
        Assert.StartsWith("2,$50 gift card,50.00,2026-04-02,Answered,,,,,,,", table[2], StringComparison.Ordinal);
        Assert.Single(await portal.AllAsync<AuditEvent>(), e => e.Act == AuditAct.WinnersExported);
        Assert.Equal(new SweepstakesUnknown(), (await portal.CallAsync<ExportWinners, Outcome<byte[]>>(u => u.RunAsync("2026-05-monthly", _officer, default))).Error);
    }

    [Theory, EveryDatabase]
    public async Task Who_a_winner_is_is_deleted_when_it_need_not_be_kept_any_longer_and_not_a_day_earlier(DatabaseKind database)
    {
        await using var portal = await DrawnAsync(database, 10_000, 5_000);
        var winner = await WinnerForTests.OfAsync(portal, 1);
        _ = (await winner.Answers(WinnerForTests.Form with { OnPaper = true })).Value;
        _ = (await winner.HandsIn()).Value;
        _ = (await PrizeClaimTests.AcceptsAsync(portal)).Value;
        _ = (await PrizeClaimTests.HandAsync(portal)).Value;
        var other = await WinnerForTests.OfAsync(portal, 2);
        _ = (await other.Answers()).Value;
        var ended = (await winner.ClaimAsync()).FulfilledAt!.Value;

        portal.Clock.Advance(ended.AddMonths(48) - portal.Clock.Now);
        Assert.Equal(0, await ForgetsAsync(portal));
        Assert.Single(await portal.AllAsync<ClaimFile>());
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await ForgetsAsync(portal));
        Assert.Equal(0, await ForgetsAsync(portal));

        var claim = await winner.ClaimAsync();
        Assert.Equal((null, portal.Clock.Now, PrizeClaimStatus.Fulfilled), (claim.SealedAnswer, claim.ForgottenAt, claim.Status));
        Assert.NotNull(claim.AffidavitHash);
        Assert.Empty(await portal.AllAsync<ClaimFile>());
        Assert.NotNull((await other.ClaimAsync()).SealedAnswer);
        Assert.Equal(new PrizeUnknown(), (await portal.CallAsync<RevealAnswer, Outcome<ClaimAnswer>>(u => u.RunAsync(DrawId, 1, _officer, default))).Error);
        Assert.Contains("\"count\":\"1\"", Assert.Single(await portal.AllAsync<AuditEvent>(), e => e.Act == AuditAct.PrizesForgotten).Detail, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_voucher_for_a_prize_is_in_the_books_and_one_that_is_worth_more_than_was_given_is_found(DatabaseKind database)
    {
        await using var portal = await DrawnAsync(database, 10_000, 5_000);
        _ = (await (await WinnerForTests.OfAsync(portal)).Answers()).Value;
        _ = (await PrizeClaimTests.AcceptsAsync(portal)).Value;
        var voucher = (await PrizeClaimTests.VoucherAsync(portal)).Value.VoucherId;
        Assert.DoesNotContain(await FaultsAsync(portal), f => f.Contains("voucher", StringComparison.Ordinal));

        await portal.InDatabaseAsync(db => db.PrizeClaims.Where(c => c.VoucherId == voucher).ExecuteUpdateAsync(set => set.SetProperty(c => c.GivenCents, 9_999)));

        Assert.Contains(await FaultsAsync(portal), f => f.Contains($"voucher {voucher}", StringComparison.Ordinal));
    }

    private static async Task<PortalForTests> DrawnAsync(DatabaseKind database, params int[] values)
    {
        var portal = await PortalForTests.StartAsync(database, new PortalSetup { PrizeTerms = new PrizeTerms(14, values), Entries = new EntryTerms(30, 60, 18, "RI") });
        await portal.EntersAsync(email: "w0@example.com");
        await portal.EntersAsync(email: "w1@example.com");
        await new OfficerForTests(portal).TakesTo(SweepstakesStatus.Drawn, DrawId);
        return portal;
    }

    private static async Task<WinnerForTests> HasAsync(PortalForTests portal, int prize)
    {
        var winner = await WinnerForTests.OfAsync(portal, prize);
        _ = (await winner.Answers()).Value;
        _ = (await PrizeClaimTests.AcceptsAsync(portal, prize)).Value;
        _ = (await PrizeClaimTests.HandAsync(portal, prize: prize)).Value;
        return winner;
    }

    // A prize of another month that the same person was given.
    private static Task PriorAsync(PortalForTests portal, Guid shopperId, string drawId, int cents, DateTime at) => portal.InDatabaseAsync(async db =>
    {
        var month = new MonthlySweepstakes(drawId, at.AddMonths(-2), at.AddMonths(-1), "Rules", "Prize");
        db.Sweepstakes.Add(month);
        await db.SaveChangesAsync();
        var entry = new SweepstakesEntry(EntryId.Create(new DateTimeOffset(at)).ToBytes(), month.Id, shopperId, EntrySource.Survey, null, DateOnly.FromDateTime(at));
        db.SweepstakesEntries.Add(entry);
        var claim = new PrizeClaim(Guid.CreateVersion7(), month.Id, 1, 1, entry.Id, shopperId, at.AddDays(-3), at);
        claim.Answer([1], WinnerConsent.EntryOnly, new byte[32], at.AddDays(-2));
        claim.Accept(_officer, at, null, null);
        claim.Fulfil(_officer, at, cents, null, "By hand");
        claim.Forget(at);
        db.PrizeClaims.Add(claim);
        await db.SaveChangesAsync();
    });

    private static Task<long> SumAsync(PortalForTests portal, Guid shopperId, int year) => portal.CallAsync<CountPrizes, long>(u => u.OfAsync(shopperId, year, default));

    private static async Task<(int People, int Reported)> CountsAsync(PortalForTests portal, int year)
    {
        var forms = await portal.CallAsync<ListTaxForms, TaxForms>(u => u.RunAsync(year, 1, default));
        Assert.Equal(forms.Recipients.OrderByDescending(r => r.Cents).Select(r => r.ShopperId), forms.Recipients.Select(r => r.ShopperId));
        return (forms.Total, forms.Reported);
    }

    private static Task<int> ForgetsAsync(PortalForTests portal) => portal.CallAsync<ForgetAnswers, int>(u => u.RunAsync(default));

    private static async Task<IReadOnlyList<string>> FaultsAsync(PortalForTests portal)
    {
        var found = new AuditFindings();
        await portal.CallAsync<VerifyBooks, bool>(async u =>
        {
            await u.RunAsync(found, default);
            return true;
        });
        return found.Told;
    }

    private static string[] Lines(byte[] table) => Encoding.UTF8.GetString(table).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
