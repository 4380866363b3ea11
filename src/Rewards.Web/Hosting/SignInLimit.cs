using System.Threading.RateLimiting;
using Rewards.Application;

namespace Rewards.Web.Hosting;

/// <summary>
/// How often a client may try to sign in (<c>Throttle:SignInsPerMinute</c>): one password on many accounts is stopped by this, many
/// passwords on one account by the account's lockout.
/// </summary>
internal static class SignInLimit
{
    /// <summary>The policy's name, for pages that take passwords or codes from nobody yet known.</summary>
    public const string Name = "sign-in";

    public static void AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Name, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(context.ClientAddress(), _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = context.RequestServices.GetRequiredService<PortalSettings>().Throttle.SignInsPerMinute,
                Window = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter(""));
    });
}
