using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application;
using Rewards.Data;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Mail;
using Rewards.Domain.Promotions;
using Rewards.Domain.Receipts;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Surveys;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Vouchers;

namespace Rewards.Benchmarks;

/// <summary>
/// An operation is the last page of the survey sent by a shopper with a new e-mail address: the response, three decisions,
/// points, an entry, one voucher in ten, and a mail row, in one transaction. The questions before it were answered.
/// </summary>
internal static class SubmitBenchmark
{
    private const int StoreNumber = 367;

    public static async Task<Report> RunAsync(string provider, int clients, int count)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(provider);
        var warmUp = Math.Max(Load.WarmUp, count / 5);
        var responses = await BenchmarkResponses.AddAsync(database, StoreNumber, warmUp + (2 * count));
        var codes = database.Services.GetRequiredService<ReceiptCodes>();
        var requests = responses.Select((r, i) => (
            Path: $"/r/{codes.Print(ReceiptKey.FromId(r.ReceiptId))}/contact",
            Form: $"response={r.Id}&email=shopper{i}%40example.com&card=")).ToList();

        await using var portal = await PortalProcess.StartAsync(database.Settings);
        await Send(0, warmUp);
        var before = portal.ProcessorTime();
        var measured = await Send(warmUp, count);
        await Console.Error.WriteLineAsync($"processor time of the portal: {(portal.ProcessorTime() - before).TotalMilliseconds / count:N3} ms a response");
        var peak = portal.PeakMB();
        var limit = await LimitAsync(database, responses.Skip(warmUp + count).ToList(), clients);
        return new Report(
            $"submit, {provider}, {clients} clients, {count} responses", measured.PerSecond, measured.P50Ms, measured.P95Ms, measured.P99Ms, peak, limit.PerSecond);

        Task<Timing> Send(int from, int many) => Load.RunAsync(clients, many, _ => HttpConnection.OpenAsync(portal.Port), async (http, n) =>
        {
            var (path, form) = requests[from + n];
            var answer = await http.PostAsync(path, form);
            if (answer.Status != 302 || !answer.Text.Contains("/thanks/", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"Not sent: {answer.Text}");
            }
        });
    }

    private static async Task<Timing> LimitAsync(BenchmarkDatabase database, List<Response> responses, int clients)
    {
        await using var scope = database.Open(out var db);
        var offers = (await database.Services.GetRequiredService<ReferenceData>().GetAsync(CancellationToken.None)).Offers;
        var vault = database.Services.GetRequiredService<Vault>();
        var sweepstakes = await db.Sweepstakes.Select(s => s.Id).FirstAsync();
        var operations = responses.Select((r, i) => RowsOf(db, vault, r, i, offers, sweepstakes)).ToList();
        using var turn = new SemaphoreSlim(1, 1);
        return await Load.RunAsync(
            clients, operations.Count, async _ => new BareWriter(await database.ConnectAsync(), turn), (writer, n) => writer.WriteAsync(operations[n]));
    }

    private static List<BareRow> RowsOf(RewardsDb db, Vault vault, Response response, int number, IReadOnlyList<Offer> offers, int sweepstakes)
    {
        var now = DateTime.UnixEpoch.AddYears(56);
        var today = DateOnly.FromDateTime(now);
        var shopper = new Shopper(Guid.CreateVersion7(), $"bare{number}@example.com", null, "en", now);
        var drawn = number % 10 == 0;
        var awards = offers.Select(o => new Award(
            Guid.CreateVersion7(),
            response.Id,
            o.Id,
            o.Kind == AwardKind.Voucher && !drawn
                ? new AwardDecision(o, AwardStatus.Declined, 0, new Why(AwardReason.NotDrawn))
                : new AwardDecision(o, AwardStatus.Granted, o.Rule.Amount, new Why(AwardReason.ThankYou)),
            null,
            shopper.Id,
            now)).ToDictionary(a => a.Kind);
        object[] entities =
        [
            .. awards.Values,
            new FuelLedger(shopper.Id).Post(
                Guid.CreateVersion7(), Lot.Of(today), PostingKind.Earned, 50, PostingCause.Award(awards[AwardKind.FuelPoints].Id), now),
            new SweepstakesEntry(EntryId.Create(now).ToBytes(), sweepstakes, shopper.Id, EntrySource.Survey, awards[AwardKind.SweepstakesEntry].Id, today),
            new OutboxMail(Guid.CreateVersion7(), MailKind.Awards, response.Id, shopper.Email!, "en", now),
        ];
        List<BareRow> rows =
        [
            BareWriter.Insert(db, shopper),
            new BareRow(
                """
                UPDATE "Responses" SET "Reference" = @p0, "ShopperId" = @p1, "SubmittedAt" = @p2, "SubmittedOn" = @p3, "Version" = "Version" + 1
                WHERE "Id" = @p4 AND "Version" = @p5
                """,
                [ResponseReference.Create(), shopper.Id, now, today, response.Id, response.Version]),
            .. entities.Select(e => BareWriter.Insert(db, e)),
        ];
        if (drawn)
        {
            rows.Insert(0, new BareRow(
                """UPDATE "Promotions" SET "SpentCents" = "SpentCents" + @p0 WHERE "Id" = @p1 AND "SpentCents" + @p0 <= "BudgetCents" """,
                [500, awards[AwardKind.Voucher].PromotionId]));
            var (id, code) = (Guid.CreateVersion7(), VoucherCode.Create());
            rows.Add(BareWriter.Insert(db, new Voucher(
                id, vault.HashVoucher(code), vault.Seal(code, id.ToByteArray(bigEndian: true)), 500, null, awards[AwardKind.Voucher].Id, shopper.Id, now, today)));
        }

        return rows;
    }
}
