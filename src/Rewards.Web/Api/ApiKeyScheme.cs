using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Rewards.Application;
using Rewards.Application.Receipts;
using Rewards.Application.Staff;
using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Domain.Staff;
using Rewards.Domain.Receipts;
using Rewards.Domain.Vouchers;
using Rewards.Web.Hosting;

namespace Rewards.Web.Api;

/// <summary>Lets in who shows a key: <c>Authorization: Bearer rwd_…</c>.</summary>
internal sealed class ApiKeyScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, UseApiKey use)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiKey";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            return AuthenticateResult.NoResult();
        }

        var key = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? await use.RunAsync(header[Bearer.Length..].Trim(), Context.RequestAborted)
            : null;
        if (key is null)
        {
            return AuthenticateResult.Fail("No key of ours.");
        }

        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, key.Id.ToString()),
                .. key.Scopes.Split(' ').Select(s => new Claim(Till.Scope, s)),
                .. key.StoreNumber is { } store ? [new Claim(StoreClaim.Type, store.ToString(CultureInfo.InvariantCulture))] : Array.Empty<Claim>(),
            ],
            Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return new Refused(new ApiKeyRefused()).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        new Refused(new ApiScopeMissing(Context.GetEndpoint()?.Metadata.GetMetadata<NeededScope>()?.Scope ?? "")).ExecuteAsync(Context);
}

/// <summary>What an endpoint asks of a key.</summary>
/// <param name="Scope">One of <see cref="ApiScope"/>.</param>
internal sealed record NeededScope(string Scope);

/// <summary>Who a request is from.</summary>
internal static class Till
{
    /// <summary>The type of a claim that names a scope.</summary>
    public const string Scope = "scope";

    /// <summary>The till, or whatever has a key, that a request is from.</summary>
    /// <param name="context">A request that passed its scope's policy.</param>
    /// <param name="store">The store it says it speaks for; needed where the key is for all.</param>
    /// <param name="register">0 to 63, where it was said.</param>
    /// <param name="cashier">The field and the name in it, where a person's name is asked for.</param>
    public static async Task<Outcome<StaffAtStore>> OfAsync(
        HttpContext context, int? store, int? register = null, (string Field, string? Name)? cashier = null)
    {
        if (StoreOf(context, store).IsRefused(out var refusal, out var number))
        {
            return refusal;
        }

        // Of a key's own store it is known that it is there.
        var reference = context.RequestServices.GetRequiredService<ReferenceData>();
        if (store is not null && !(await reference.GetAsync(context.RequestAborted)).Stores.ContainsKey(number))
        {
            return new StoreUnknown(number);
        }

        if (register is < 0 or > ReceiptKey.MaxRegister)
        {
            return new RegisterInvalid();
        }

        var name = PersonName.Read(cashier?.Name, RedeemedBy.CashierLength);
        return cashier is { } asked && name is null
            ? new CashierInvalid(asked.Field)
            : new StaffAtStore(StoreClaim.PersonOf(context.User), number, ClientOf(context)) { IsTill = true, Register = register, Cashier = name };
    }

    /// <summary>What codes that are nobody's are counted by: the key and where it is used.</summary>
    public static string ClientOf(HttpContext context) => $"{CodeThrottle.KeyPrefix}{StoreClaim.PersonOf(context.User):N} {context.ClientAddress()}";

    /// <summary>The store a request speaks for: the key's, or the one it says where the key is for all.</summary>
    public static Outcome<int> StoreOf(HttpContext context, int? store)
    {
        int? own = context.User.FindFirstValue(StoreClaim.Type) is { } claimed ? int.Parse(claimed, CultureInfo.InvariantCulture) : null;
        return (own, store) switch
        {
            (null, null) => new ApiStoreMissing(),
            ({ } mine, { } said) when mine != said => new ApiKeyOfAnotherStore(mine),
            _ => own ?? store!.Value,
        };
    }
}
