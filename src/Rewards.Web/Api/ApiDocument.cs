using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Rewards.Domain.Staff;

namespace Rewards.Web.Api;

/// <summary>The description at <c>/openapi/v1.json</c>: every path, member, status and code, enough to make a client of.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";

    private const string Key = "key";
    private const string ProblemType = "application/problem+json";

    // What any endpoint may answer, whoever asks for whatever.
    private static readonly (int Status, string Code)[] _ofAll =
    [
        (400, "request-malformed"), (401, "api-key-refused"), (403, "api-scope-missing"), (413, "body-too-large"), (415, "body-of-another-type"),
    ];

    public static void AddPortalOpenApi(this IServiceCollection services) => services.AddOpenApi(Name, api =>
    {
        api.ShouldInclude = description => description.RelativePath?.StartsWith(PortalApi.Version[1..], StringComparison.Ordinal) == true;
        api.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Rewards portal",
                Version = "1",
                Description = "For tills, kiosks and apps. Refusals are problems of RFC 9457; decide by their code. See docs/api.md.",
            };
            document.Servers = null;
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key of the office: rwd_…" },
            };
            return Task.CompletedTask;
        });
        api.AddOperationTransformer(DescribeAsync);
        api.AddSchemaTransformer((schema, context, _) =>
        {
            if ((Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type) is { IsEnum: true } names)
            {
                schema.Enum = [.. EnumNames.Of(names).Select(JsonNode (n) => JsonValue.Create(n)!)];
            }

            if (context.JsonTypeInfo.Type == typeof(IReadOnlyDictionary<string, JsonElement>))
            {
                // A generator takes a schema that says nothing of its members for one that allows none.
                schema.AdditionalProperties = new OpenApiSchema
                {
                    Type = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean | JsonSchemaType.Null | JsonSchemaType.Array | JsonSchemaType.Object,
                    Items = new OpenApiSchema { Type = JsonSchemaType.String },
                    AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Number | JsonSchemaType.Null },
                };
            }

            return Task.CompletedTask;
        });
    });

    /// <summary>Says with which code an endpoint refuses, besides those that all have.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, int status, params string[] codes) =>
        endpoint.WithMetadata([.. codes.Select(object (c) => new RefusalCode(status, c))]);

    private static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var schema = await context.GetOrCreateSchemaAsync(typeof(ApiProblem), parameterDescription: null, cancellationToken);
        context.Document!.AddComponent(nameof(ApiProblem), schema);
        var codes = _ofAll.Select(c => new RefusalCode(c.Status, c.Code)).Concat(metadata.OfType<RefusalCode>());
        operation.Responses ??= [];
        foreach (var status in codes.GroupBy(c => c.Status).OrderBy(g => g.Key))
        {
            operation.Responses[$"{status.Key}"] = new OpenApiResponse
            {
                Description = string.Join(", ", status.Select(c => $"`{c.Code}`").Distinct()),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [ProblemType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(nameof(ApiProblem), context.Document) },
                },
            };
        }

        if (metadata.OfType<NeededScope>().FirstOrDefault() is { } needed)
        {
            operation.Description = $"{operation.Description} Scope `{needed.Scope}`.".Trim();
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [] }];
        }
    }
}

/// <summary>A code that an endpoint refuses with.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Code">The code.</param>
internal sealed record RefusalCode(int Status, string Code);
