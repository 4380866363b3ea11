using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Rewards.Web.Hosting;

/// <summary>
/// Turns away what no page can read: methods that no page has, and bodies that are no form in UTF-8; with files only where a page says so
/// (<see cref="TakesFilesAttribute"/>). Not for <c>/api</c>.
/// </summary>
internal sealed class ReadableRequests(RequestDelegate next)
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string FormWithFiles = "multipart/form-data";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || RefusalOf(context) is not { } status)
        {
            return next(context);
        }

        ForgetBody(context);
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            // The page of a problem with a form in parts: what it says stays.
            return next(context);
        }

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

    private static int? RefusalOf(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? null
        : !HttpMethods.IsPost(context.Request.Method) ? StatusCodes.Status405MethodNotAllowed
        : context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ? StatusCodes.Status413PayloadTooLarge
        : IsForm(context.Request.ContentType, context.GetEndpoint()?.Metadata.GetMetadata<TakesFilesAttribute>() is not null) ? null
        : StatusCodes.Status415UnsupportedMediaType;

    private static bool IsForm(string? contentType, bool withFiles) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals(Form, StringComparison.OrdinalIgnoreCase) || (withFiles && type.MediaType.Equals(FormWithFiles, StringComparison.OrdinalIgnoreCase)))
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}

/// <summary>A page whose forms carry files: larger requests are taken there, and forms in parts.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesFilesAttribute : Attribute, IRequestSizeLimitMetadata
{
    /// <summary>A file and what is typed beside it, in bytes.</summary>
    public long? MaxRequestBodySize => 6_000_000;
}
