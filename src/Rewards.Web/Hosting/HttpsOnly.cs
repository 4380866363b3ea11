using Rewards.Application;

namespace Rewards.Web.Hosting;

/// <summary>
/// Where <c>Portal:Url</c> is https, cookies are for https alone, and nothing but health is answered without it: a page that lets
/// nobody in would say less than this does. It is no redirect, which would go round in circles behind a proxy that is not trusted.
/// </summary>
internal sealed partial class HttpsOnly(RequestDelegate next, ChainSettings chain, ILogger<HttpsOnly> logger)
{
    private int _said;

    /// <summary>Whether the portal is reached over https alone.</summary>
    public static bool IsWanted(IConfiguration configuration) =>
        configuration["Portal:Url"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.IsHttps || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            return next(context);
        }

        if (Interlocked.Exchange(ref _said, 1) == 0)
        {
            LogPlain();
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync($"This portal is reached at {chain.Url}\n", context.RequestAborted);
    }

    [LoggerMessage(1, LogLevel.Error, "A request came over plain HTTP and was turned away, because Portal:Url is https. If a proxy ends TLS, name its network in Hosting:TrustedProxies")]
    private partial void LogPlain();
}
