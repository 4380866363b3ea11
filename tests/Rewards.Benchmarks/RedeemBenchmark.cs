using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application;
using Rewards.Application.Staff;
using Rewards.Data.Staff;
using Rewards.Domain.Promotions;
using Rewards.Domain.Vouchers;

namespace Rewards.Benchmarks;

/// <summary>
/// An operation is one tap at a store's desk: the form of the voucher that was looked up, sent by signed-in staff with the form's
/// token. Each takes all of another voucher: the balance and the redemption, in one transaction.
/// </summary>
internal static partial class RedeemBenchmark
{
    private const int StoreNumber = 367;
    private const int ValueCents = 500;
    private const string Password = "a password for benchmarks";

    public static async Task<Report> RunAsync(string provider, int clients, int count)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(provider);
        var warmUp = Math.Max(Load.WarmUp, count / 5);
        var vouchers = await AddVouchersAsync(database, warmUp + (2 * count));
        var staff = new List<Guid>();
        for (var i = 0; i < clients; i++)
        {
            staff.Add(await HireAsync(database, i));
        }

        await using var portal = await PortalProcess.StartAsync(database.Settings);
        await Send(0, warmUp);
        var before = portal.ProcessorTime();
        var measured = await Send(warmUp, count);
        await Console.Error.WriteLineAsync($"processor time of the portal: {(portal.ProcessorTime() - before).TotalMilliseconds / count:N3} ms a redemption");
        var peak = portal.PeakMB();
        var limit = await LimitAsync(database, vouchers.Skip(warmUp + count).ToList(), staff[0], clients);
        return new Report(
            $"redeem, {provider}, {clients} clients, {count} redemptions", measured.PerSecond, measured.P50Ms, measured.P95Ms, measured.P99Ms, peak, limit.PerSecond);

        Task<Timing> Send(int from, int many) => Load.RunAsync(clients, many, i => SignInAsync(portal.Port, i, vouchers[0].Code), async (desk, n) =>
        {
            var answer = await desk.Http.PostAsync(
                "/store/redeem", $"code={vouchers[from + n].Code}&key={from + n}&all={ValueCents}&__RequestVerificationToken={desk.Token}");
            if (answer.Status != 302 || !answer.Text.Contains("done=", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"Not redeemed: {answer.Text}");
            }
        });
    }

    private static async Task<List<(Guid Id, string Code)>> AddVouchersAsync(BenchmarkDatabase database, int count)
    {
        var responses = await BenchmarkResponses.AddAsync(database, StoreNumber, count);
        var offer = (await database.Services.GetRequiredService<ReferenceData>().GetAsync(CancellationToken.None)).Offers.Single(o => o.Kind == AwardKind.Voucher);
        var vault = database.Services.GetRequiredService<Vault>();
        var now = database.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var vouchers = new List<(Guid, string)>();
        foreach (var some in responses.Chunk(1000))
        {
            await using var scope = database.Open(out var db);
            foreach (var response in some)
            {
                var (id, code) = (Guid.CreateVersion7(), VoucherCode.Create());
                var award = new Award(
                    Guid.CreateVersion7(), response.Id, offer.Id, new AwardDecision(offer, AwardStatus.Granted, ValueCents, new Why(AwardReason.Drawn)), null, null, now);
                db.Awards.Add(award);
                db.Vouchers.Add(new Voucher(
                    id, vault.HashVoucher(code), vault.Seal(code, id.ToByteArray(bigEndian: true)), ValueCents, null, award.Id, null, now, DateOnly.FromDateTime(now).AddDays(60)));
                vouchers.Add((id, code));
            }

            await db.SaveChangesAsync();
        }

        return vouchers;
    }

    private static async Task<Guid> HireAsync(BenchmarkDatabase database, int number)
    {
        await using var scope = database.Open(out _);
        var hired = await scope.ServiceProvider.GetRequiredService<AddStaffMember>()
            .RunAsync($"desk{number}@example.com", Password, StaffRole.Staff, StoreNumber, CancellationToken.None);
        return hired.Value.Id;
    }

    private static async Task<Desk> SignInAsync(int port, int number, string voucher)
    {
        var http = await HttpConnection.OpenAsync(port);
        var page = await http.GetAsync("/account/sign-in");
        http.Cookies = page.Cookies;
        var signedIn = await http.PostAsync(
            "/account/sign-in", $"email=desk{number}%40example.com&password={Uri.EscapeDataString(Password)}&__RequestVerificationToken={TokenOf(page)}");
        http.Cookies += "; " + signedIn.Cookies;

        // The token is bound to who is signed in; the voucher looked up is one of the warm-up, redeemed or not.
        var desk = await http.GetAsync("/store/redeem?code=" + voucher);
        return new Desk(http, TokenOf(desk));
    }

    private static string TokenOf(HttpAnswer page) =>
        Token().Match(page.Text) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException($"No form: {page.Text}");

    private static async Task<Timing> LimitAsync(BenchmarkDatabase database, List<(Guid Id, string Code)> vouchers, Guid staff, int clients)
    {
        await using var scope = database.Open(out var db);
        var now = DateTime.UnixEpoch.AddYears(56);
        var operations = vouchers.Select((v, i) => new List<BareRow>
        {
            new("""UPDATE "Vouchers" SET "BalanceCents" = "BalanceCents" - @p0 WHERE "Id" = @p1 AND "BalanceCents" >= @p0""", [ValueCents, v.Id]),
            BareWriter.Insert(db, new Redemption(Guid.CreateVersion7(), v.Id, ValueCents, 0, StoreNumber, new RedeemedBy(staff, true, null, null), $"bare{i}", new byte[32], now, DateOnly.FromDateTime(now))),
        }).ToList();
        using var turn = new SemaphoreSlim(1, 1);
        return await Load.RunAsync(
            clients, operations.Count, async _ => new BareWriter(await database.ConnectAsync(), turn), (writer, n) => writer.WriteAsync(operations[n]));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private sealed record Desk(HttpConnection Http, string Token) : IDisposable
    {
        public void Dispose() => Http.Dispose();
    }
}
