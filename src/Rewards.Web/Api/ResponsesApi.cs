using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Rewards.Application;
using Rewards.Application.Shoppers;
using Rewards.Application.Surveys;
using Rewards.Domain;
using Rewards.Domain.Promotions;
using Rewards.Domain.Staff;
using Rewards.Domain.Surveys;
using Rewards.Domain.Vouchers;
using Rewards.Web.Hosting;

namespace Rewards.Web.Api;

/// <summary>A whole response in one call, for kiosks and apps.</summary>
internal static class ResponsesApi
{
    /// <summary>What is wrong with a receipt's code that nobody printed.</summary>
    public static readonly string[] CodeSlips =
    [
        "receipt-code-missing", "receipt-code-slip", "receipt-code-wrong-length", "receipt-code-invalid-symbol", "receipt-code-group-slip",
        "receipt-code-group-wrong-length", "receipt-code-group-invalid-symbol",
    ];

    public static void MapResponses(this RouteGroupBuilder api) => api.MapPost("/responses", SubmitAsync).WithTags("Responses")
        .Needs(ApiScope.Responses).WithName("submitResponse")
        .WithSummary("Sends a response to the survey of a receipt, and says what it earned. With an Idempotency-Key the same can be sent again.")
        .Refuses(404, "receipt-code-unknown", "question-unknown")
        .Refuses(409, "receipt-already-used", "receipt-too-old", "receipt-from-the-future", "store-not-taking-part", "response-incomplete", "try-again")
        .Refuses(422, [.. CodeSlips, "answer-missing", "answer-out-of-range", "answer-not-a-choice",
            "answer-too-long", "answer-control-characters", "email-invalid", "email-missing", "loyalty-card-invalid", "idempotency-key-missing"])
        .Refuses(429, "too-many-codes");

    private static async Task<Results<Created<ResponseAnswer>, Refused>> SubmitAsync(
        ResponseRequest body,
        [FromHeader(Name = PortalApi.IdempotencyKey)] string? key,
        HttpContext context,
        SubmitAtOnce submit,
        Vault vault,
        EarnedWords words,
        ChainSettings chain,
        CancellationToken cancellationToken)
    {
        var forms = new Dictionary<string, AnswerForm>();
        foreach (var (question, answer) in body.Answers)
        {
            if (FormOf(answer) is not { } form)
            {
                return new Refused(new RequestMalformed($"answers.{question[..Math.Min(question.Length, 40)]}"));
            }

            forms[question] = form;
        }

        if (key is not null && !IdempotencyKeys.IsKey(key))
        {
            return new Refused(new IdempotencyKeyMissing());
        }

        if (!Language.All.Contains(body.Language))
        {
            return new Refused(new RequestMalformed("language"));
        }

        return (await submit.RunAsync(
            body.Code, forms, body.Language, new ContactDetails(body.Email, body.LoyaltyCard), Till.ClientOf(context), SenderOf(), cancellationToken))
            .IsRefused(out var refusal, out var confirmation)
            ? new Refused(refusal)
            : TypedResults.Created((string?)null, new ResponseAnswer(confirmation.Reference, [.. confirmation.Shown.Select(e => EarnedAnswer.Of(e, words, chain))]));

        SenderMark? SenderOf() => key is null ? null : vault.MarkOf(
            $"response {StoreClaim.PersonOf(context.User):N} {key} {JsonSerializer.Serialize(body)}");
    }

    // 9, "none", true, ["Bakery"], {"Bakery": 4}: as the fields that a page would send. Null where it is none of these.
    private static AnswerForm? FormOf(JsonElement answer)
    {
        try
        {
            if (answer.ValueKind == JsonValueKind.Object)
            {
                var scores = answer.EnumerateObject().Select(p => (Field: AnswerForm.FieldOf(p.Name), Text: TextOf(p.Value))).ToList();
                return scores.Any(s => s.Text is null) ? null : new AnswerForm(scores.ToDictionary(s => s.Field, IReadOnlyList<string> (s) => [s.Text!]));
            }

            var texts = answer.ValueKind == JsonValueKind.Array ? [.. answer.EnumerateArray().Select(TextOf)] : new[] { TextOf(answer) };
            return texts.Contains(null)
                ? null
                : new AnswerForm(new Dictionary<string, IReadOnlyList<string>> { [AnswerForm.AnswerField] = [.. texts.Select(t => t!)] });
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate, which no text can hold.
            return null;
        }
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt32(out var number) ? number.ToString(CultureInfo.InvariantCulture) : "",
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Null => AnswerForm.None,
        _ => null,
    };
}

internal sealed record ResponseRequest(
    [property: Description("The receipt's code, as typed or scanned.")] string Code,
    [property: Description("en or es.")] string Language,
    [property: Description("By the question's key: a score, null for \"I do not know\", a text, true or false, a list of touchpoints, or a score for each of them.")]
    IReadOnlyDictionary<string, JsonElement> Answers,
    [property: Description("The shopper's, if they left one.")] string? Email = null,
    [property: Description("3 to 20 digits.")] string? LoyaltyCard = null);

internal sealed record ResponseAnswer(
    [property: Description("To claim what is held with.")] string Reference, IReadOnlyList<EarnedAnswer> Awards);

internal sealed record EarnedAnswer(
    AwardKind Kind,
    AwardStatus Status,
    [property: Description("Points, entries, or cents.")] int Amount,
    [property: Description("Why it was given or not, in the language of Accept-Language.")] string Reason,
    DateTime? HeldUntil,
    EarnedVoucherAnswer? Voucher,
    [property: Description("Of a sweepstakes entry, in hex.")] string? EntryId)
{
    public static EarnedAnswer Of(Earned earned, EarnedWords words, ChainSettings chain) => new(
        earned.Kind,
        earned.Status,
        earned.Amount,
        words.Why(earned),
        earned.HeldUntil,
        earned.Voucher is { } voucher ? new EarnedVoucherAnswer(voucher.Code, $"{chain.Url}/v/{voucher.Code}", voucher.ValueCents, voucher.LastDay) : null,
        earned.Entry?.EntryId);
}

internal sealed record EarnedVoucherAnswer(string Code, string Url, int ValueCents, DateOnly ExpiresOn);
