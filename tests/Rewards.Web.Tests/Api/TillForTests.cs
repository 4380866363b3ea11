using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Rewards.Application.Staff;
using Rewards.Data.Staff;
using Rewards.Domain.Staff;
using Rewards.Testing;
using Rewards.Testing.Databases;

namespace Rewards.Web.Tests.Api;

/// <summary>A portal whose every response earns a voucher of $10, and a till with a key for it.</summary>
public sealed class TillForTests : IAsyncDisposable
{
    private readonly Colleague _administrator;

    private TillForTests(PortalOnLoopback portal, Colleague administrator, string token)
    {
        Portal = portal;
        _administrator = administrator;
        Token = token;
    }

    /// <summary>The portal.</summary>
    public PortalOnLoopback Portal { get; }

    /// <summary>The till's key: of the store in Princeton, for everything.</summary>
    public string Token { get; private set; }

    /// <summary>Opens a till.</summary>
    public static async Task<TillForTests> OpenAsync(DatabaseKind kind, PortalSetup? setup = null)
    {
        var portal = await PortalOnLoopback.StartAsync(kind, setup ?? new PortalSetup { Promotions = [PortalSetup.Voucher(cents: 1_000)] });
        var till = new TillForTests(portal, await portal.HiresAsync(StaffRole.Administrator), "");
        till.Token = (await till.KeyAsync(StoreNumbers.Princeton)).Token;
        return till;
    }

    /// <summary>Makes another key; for everything where nothing is said.</summary>
    public async Task<CreatedKey> KeyAsync(int? store, params string[] scopes) =>
        (await Portal.Below.CallAsync<CreateApiKey, Domain.Outcome<CreatedKey>>(
            u => u.RunAsync("Till", store, scopes.Length == 0 ? [.. ApiScope.All] : scopes, _administrator.Id, default))).Value;

    /// <summary>Asks.</summary>
    public Task<ApiAnswer> Gets(string address, string? token = null) => SendsAsync(HttpMethod.Get, address, null, null, token);

    /// <summary>Sends.</summary>
    public Task<ApiAnswer> Posts(string address, object body, string? key = null, string? token = null) =>
        SendsAsync(HttpMethod.Post, address, JsonContent.Create(body), key, token);

    /// <summary>Sends exactly this.</summary>
    public Task<ApiAnswer> PostsText(string address, string body, string type = "application/json", string? key = null) =>
        SendsAsync(HttpMethod.Post, address, new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type)), key, null);

    /// <summary>Deletes.</summary>
    public Task<ApiAnswer> Deletes(string address) => SendsAsync(HttpMethod.Delete, address, null, null, null);

    /// <summary>Redeems, with a key of its own where none is given.</summary>
    public Task<ApiAnswer> Redeems(VoucherInHand voucher, int cents, string? key = null, object? holdId = null, string cashier = "Ana") => Posts(
        $"/api/v1/vouchers/{voucher.Code}/redemptions",
        holdId is null ? new { amountCents = cents, register = 3, cashier } : new { amountCents = cents, register = 3, cashier, holdId },
        key ?? Guid.NewGuid().ToString());

    /// <summary>Sends a request as it is.</summary>
    public async Task<ApiAnswer> SendsAsync(HttpMethod method, string address, HttpContent? body, string? key, string? token)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Proto", "https");
        if (token != "")
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + (token ?? Token));
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        using var response = await Portal.Http.SendAsync(request);
        return new ApiAnswer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}

/// <summary>What the interface answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Type">The body's type.</param>
/// <param name="Text">The body.</param>
public sealed record ApiAnswer(HttpStatusCode Status, string? Type, string Text)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    /// <summary>A member of the body.</summary>
    public JsonElement this[string name] => Json.GetProperty(name);

    /// <summary><c>201</c>, or <c>409 voucher-held</c>, with the field where there is one: <c>400 request-malformed (amountCents)</c>.</summary>
    public string Said => Type == "application/problem+json"
        ? $"{(int)Status} {this["code"].GetString()}{(Json.TryGetProperty("field", out var about) ? $" ({about.GetString()})" : "")}"
        : $"{(int)Status}";
}
