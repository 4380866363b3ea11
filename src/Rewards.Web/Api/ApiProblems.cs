using System.Data.Common;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Rewards.Application.Localization;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Api;

/// <summary>Sees to it that everything under <c>/api</c> is answered in JSON: what no endpoint answers is a problem with a code, never a page.</summary>
internal sealed partial class ApiProblems(RequestDelegate next, Texts texts, ILogger<ApiProblems> logger)
{
    public const string Root = "/api";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        try
        {
            if (Unreadable(context.Request) is { } refusal)
            {
                await new Refused(refusal).ExecuteAsync(context);
                return;
            }

            await next(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await new Refused(ErrorOf(exception.StatusCode, exception.InnerException as JsonException)).ExecuteAsync(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            LogFailed(exception, context.Request.Method, context.GetEndpoint()?.DisplayName);
            var status = IsPassing(exception) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
            await Refused.WriteAsync(
                context, new ApiProblem("about:blank", ReasonPhrases.GetReasonPhrase(status), status, "unexpected", texts["common.problem-500-next"]));
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null } response)
        {
            await new Refused(ErrorOf(response.StatusCode, null)).ExecuteAsync(context);
        }
    }

    private static Error ErrorOf(int status, JsonException? json) => status switch
    {
        StatusCodes.Status401Unauthorized => new Rewards.Domain.Staff.ApiKeyRefused(),
        StatusCodes.Status404NotFound => new PathUnknown(),
        StatusCodes.Status405MethodNotAllowed => new MethodNotAllowed(),
        StatusCodes.Status413PayloadTooLarge => new BodyTooLarge(),
        StatusCodes.Status415UnsupportedMediaType => new BodyOfAnotherType(),
        _ => new RequestMalformed(MemberOf(json)),
    };

    // "$.answers.recommend" → "answers.recommend"; a name of the client's own is not said back at length.
    public static string? MemberOf(JsonException? json) =>
        json?.Path is ['$', '.', .. var member] ? member[..Math.Min(member.Length, 60)] : null;

    // JSON is UTF-8 as it is: in another encoding, or packed, a body is refused before anyone tries to read it.
    private static Error? Unreadable(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0)
        {
            return new BodyOfAnotherType();
        }

        if (request.Headers[PortalApi.IdempotencyKey].Count > 1)
        {
            return new RequestMalformed(PortalApi.IdempotencyKey);
        }

        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset.HasValue)
        {
            if (!HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                return new BodyOfAnotherType();
            }

            // The readers behind take it without quotes only.
            type.Charset = "utf-8";
            request.ContentType = type.ToString();
        }

        return null;
    }

    // The database is away: it may be there again in a moment.
    private static bool IsPassing(Exception? exception) => exception is not null && (exception is DbException { IsTransient: true } || IsPassing(exception.InnerException));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed.")]
    private partial void LogFailed(Exception exception, string method, string? endpoint);
}
