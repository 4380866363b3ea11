using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Rewards.Web.Hosting;

/// <summary>Turns away what no page can read: methods that no page has, and bodies that are no form in UTF-8. Not for <c>/api</c>.</summary>
internal sealed class ReadableRequests(RequestDelegate next)
{
    private const string Form = "application/x-www-form-urlencoded";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || RefusalOf(context.Request) is not { } status)
        {
            return next(context);
        }

        ForgetBody(context);
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>What could not be read is not read again by the page that says so.</summary>
    public static void ForgetBody(HttpContext context)
    {
        context.Request.Method = HttpMethods.Get;
        context.Request.ContentType = null;
        context.Request.Body = Stream.Null;
        context.Features.Set<IFormFeature>(null);
    }

    private static int? RefusalOf(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? null
        : !HttpMethods.IsPost(request.Method) ? StatusCodes.Status405MethodNotAllowed
        : IsForm(request.ContentType) ? null
        : StatusCodes.Status415UnsupportedMediaType;

    private static bool IsForm(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(Form, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
