using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Rewards.Application;
using Rewards.Application.Localization;
using Rewards.Application.Receipts;
using Rewards.Domain;
using Rewards.Domain.Receipts;
using Rewards.Domain.Staff;

namespace Rewards.Web.Api;

/// <summary>Receipts as the tills send them, one by one or thousands a call.</summary>
internal static class ReceiptsApi
{
    public const string Lines = "application/x-ndjson";

    private const long MostBytesOfABatch = 32_000_000;
    private const int LongestLine = 8_192;
    private const int LinesTogether = 500;

    private static readonly string[] _invalid =
        ["receipt-number-invalid", "purchased-at-invalid", "receipt-total-invalid", "departments-invalid", "loyalty-card-invalid", "api-store-missing"];

    public static void MapReceipts(this RouteGroupBuilder api, WebApplication app)
    {
        var receipts = api.MapGroup("/receipts").WithTags("Receipts");
        receipts.MapPost("", RegisterAsync).Needs(ApiScope.Receipts).WithName("registerReceipt")
            .WithSummary("Registers a receipt; one that is there already and alike is answered with 200.")
            .Refuses(403, "api-key-of-another-store").Refuses(404, "store-unknown").Refuses(409, "receipt-from-the-future", "receipt-differs").Refuses(422, _invalid);
        receipts.MapPost("/batch", BatchAsync).Needs(ApiScope.Receipts).WithName("registerReceipts")
            .WithSummary("Registers receipts, one a line as for /receipts; each line is answered by one, in the same order, as it is done.")
            .WithDescription("A line answers with the receipt or with its problem; the status is 200 also where lines are refused. At most 32 MB a call and 8 KB a line.")
            .Accepts<string>(Lines).Produces<BatchLine>(StatusCodes.Status200OK, Lines)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytesOfABatch));
        app.MapGet("/receipts/{code}/qr.svg", Qr).ExcludeFromDescription();
    }

    private static async Task<Results<Created<ReceiptAnswer>, Ok<ReceiptAnswer>, Refused>> RegisterAsync(
        ReceiptRequest body, HttpContext context, RegisterReceipt register, ChainSettings chain, CancellationToken cancellationToken)
    {
        if (Till.StoreOf(context, body.Store).IsRefused(out var refusal, out var store)
            || (await register.RunAsync(body.SentFor(store), cancellationToken)).IsRefused(out refusal, out var registered))
        {
            return new Refused(refusal);
        }

        var answer = ReceiptAnswer.Of(registered, chain);
        return registered.IsNew ? TypedResults.Created(answer.Url, answer) : TypedResults.Ok(answer);
    }

    private static async Task BatchAsync(
        HttpContext context, RegisterReceipt register, ChainSettings chain, Texts texts, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, CancellationToken cancellationToken)
    {
        if (context.Request.ContentType?.Split(';')[0].Trim().Equals(Lines, StringComparison.OrdinalIgnoreCase) != true)
        {
            await new Refused(new BodyOfAnotherType()).ExecuteAsync(context);
            return;
        }

        var options = json.Value.SerializerOptions;
        var waiting = new List<(int Number, Outcome<SentReceipt> Read)>(LinesTogether);
        var number = 0;
        using var reader = new StreamReader(context.Request.Body, new UTF8Encoding(false, throwOnInvalidBytes: false));
        context.Response.ContentType = Lines;
        await foreach (var line in LinesOfAsync(reader, cancellationToken))
        {
            waiting.Add((++number, ReadLine(context, line, options)));
            if (waiting.Count == LinesTogether)
            {
                await AnswerAsync();
            }
        }

        await AnswerAsync();

        async Task AnswerAsync()
        {
            var good = waiting.Where(w => w.Read.Error is null).Select(w => w.Read.Value).ToList();
            var done = new Queue<Outcome<RegisteredReceipt>>(good.Count == 0 ? [] : await register.RunAsync(good, cancellationToken));
            foreach (var (at, read) in waiting)
            {
                var error = read.Error;
                RegisteredReceipt? registered = null;
                if (error is null)
                {
                    _ = done.Dequeue().IsRefused(out error, out registered);
                }

                var answer = error is null
                    ? new BatchLine(at, ReceiptAnswer.Of(registered!, chain), null, null, null)
                    : new BatchLine(at, null, error.Code, texts[error], error.Field);
                await JsonSerializer.SerializeAsync(context.Response.Body, answer, options, cancellationToken);
                await context.Response.Body.WriteAsync("\n"u8.ToArray(), cancellationToken);
            }

            waiting.Clear();
            await context.Response.Body.FlushAsync(cancellationToken);
        }
    }

    private static Outcome<SentReceipt> ReadLine(HttpContext context, string line, JsonSerializerOptions options)
    {
        if (line.Length > LongestLine)
        {
            return new BodyTooLarge();
        }

        try
        {
            return JsonSerializer.Deserialize<ReceiptRequest>(line, options) is not { } receipt ? new RequestMalformed(null)
                : Till.StoreOf(context, receipt.Store).IsRefused(out var refusal, out var store) ? refusal
                : receipt.SentFor(store);
        }
        catch (JsonException exception)
        {
            return new RequestMalformed(ApiProblems.MemberOf(exception));
        }
    }

    // A line without an end is given up at its length, not kept in memory.
    private static async IAsyncEnumerable<string> LinesOfAsync(
        StreamReader reader, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new char[16_384];
        var line = new StringBuilder();
        int count;
        while ((count = await reader.ReadAsync(buffer, cancellationToken)) > 0)
        {
            var from = 0;
            for (var i = 0; i < count; i++)
            {
                if (buffer[i] == '\n')
                {
                    Append(line, buffer.AsSpan(from, i - from));
                    from = i + 1;
                    if (!string.IsNullOrWhiteSpace(line.ToString()))
                    {
                        yield return line.ToString();
                    }

                    line.Clear();
                }
            }

            Append(line, buffer.AsSpan(from, count - from));
        }

        if (!string.IsNullOrWhiteSpace(line.ToString()))
        {
            yield return line.ToString();
        }

        static void Append(StringBuilder line, ReadOnlySpan<char> some) => line.Append(some[..Math.Min(some.Length, LongestLine + 1 - Math.Min(line.Length, LongestLine + 1))]);
    }

    private static Results<ContentHttpResult, NotFound> Qr(string code, HttpContext context, ReceiptCodes codes, ChainSettings chain, Texts texts, TimeProvider clock)
    {
        if (codes.Read(code, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) is not ReceiptCodeReading.Valid { Code: var canonical })
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "private, max-age=86400";
        using var svg = new StringWriter();
        QrCode.Svg($"{chain.Url}/r/{canonical}", texts["common.receipt-qr"]).WriteTo(svg, System.Text.Encodings.Web.HtmlEncoder.Default);
        return TypedResults.Content(svg.ToString().Replace("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ", StringComparison.Ordinal), "image/svg+xml");
    }
}

internal sealed record ReceiptRequest(
    [property: Description("0 to 63.")] int Register,
    [property: Description("0 to 4095.")] int Transaction,
    [property: Description("The store's wall clock, 2026-11-21T17:45:00, or an instant with its offset.")] string PurchasedAt,
    [property: Description("What was paid, in cents.")] long TotalCents,
    [property: Description("The touchpoints visited.")] IReadOnlyList<string> Departments,
    [property: Description("The card that was shown, 3 to 20 digits.")] string? LoyaltyCard = null,
    [property: Description("Needed by a key for all stores.")] int? Store = null)
{
    internal SentReceipt SentFor(int store) => new(store, Register, Transaction, PurchasedAt, TotalCents, Departments, LoyaltyCard);
}

internal sealed record ReceiptAnswer(
    [property: Description("To be printed: XXXX-XXXX-XXXX-XXXX.")] string Code,
    [property: Description("What its QR holds.")] string Url,
    [property: Description("The QR as SVG; no key is needed for it.")] string QrSvgUrl)
{
    public static ReceiptAnswer Of(RegisteredReceipt receipt, ChainSettings chain) =>
        new(receipt.Code, $"{chain.Url}/r/{receipt.Code}", $"{chain.Url}/receipts/{receipt.Code}/qr.svg");
}

internal sealed record BatchLine(
    [property: Description("From 1; empty lines are not counted.")] int Line, ReceiptAnswer? Receipt, string? Code, string? Detail, string? Field);
