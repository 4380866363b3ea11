using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Rewards.Domain.Staff;

namespace Rewards.Web.Api;

/// <summary>The interface for tills, kiosks and apps, <c>/api/v1</c>: who may, how bodies are read, what is where.</summary>
internal static class PortalApi
{
    public const string Version = "/api/v1";
    public const string IdempotencyKey = "Idempotency-Key";

    private const int MostBytes = 65_536;
    private const int DeepestBody = 8;

    public static void AddPortalApi(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyScheme>(ApiKeyScheme.Name, null);
        var policies = services.AddAuthorizationBuilder();
        foreach (var scope in ApiScope.All)
        {
            policies.AddPolicy(PolicyOf(scope), p => p.AddAuthenticationSchemes(ApiKeyScheme.Name).RequireAuthenticatedUser().RequireClaim(Till.Scope, scope));
        }

        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => Strict(json.SerializerOptions));
        services.AddPortalOpenApi();
    }

    public static void MapPortalApi(this WebApplication app)
    {
        var api = app.MapGroup(Version).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        api.MapReceipts(app);
        api.MapRefunds();
        api.MapResponses();
        api.MapVouchers();
        api.MapFuelPoints();
        api.MapStores();
        app.MapOpenApi("/openapi/{documentName}.json");
    }

    /// <summary>Asks a key for a scope.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, string scope) =>
        endpoint.RequireAuthorization(PolicyOf(scope)).WithMetadata(new NeededScope(scope));

    private static string PolicyOf(string scope) => "api " + scope;

    // What is not understood is refused, rather than passed over: a till learns of its mistake on the first day.
    private static void Strict(JsonSerializerOptions json)
    {
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.PropertyNameCaseInsensitive = false;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.MaxDepth = DeepestBody;
        json.Converters.Add(new EnumNames());
    }
}
