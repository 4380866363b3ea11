using System.Threading.RateLimiting;
using Rewards.Application;
using Rewards.Application.Shoppers;
using Rewards.Application.Sweepstakes;

namespace Rewards.Web.Hosting;

/// <summary>
/// How often a client may ask to be let in. Staff: one password on many accounts is stopped by <c>Throttle:SignInsPerMinute</c>,
/// many passwords on one account by the account's lockout. Shoppers: links to many mailboxes are stopped by
/// <c>Throttle:LinksPerClient</c>, many to one mailbox by <see cref="SendSignInLink"/>. Free entries: many from one place by
/// <c>Throttle:EntriesPerClient</c>, many of one person by <see cref="EnterFree"/>. Counted by each node.
/// </summary>
internal static class SignInLimit
{
    /// <summary>The policy's name, for pages that take passwords or codes from nobody yet known.</summary>
    public const string Name = "sign-in";

    /// <summary>The policy's name, for the page that mails links.</summary>
    public const string Links = "sign-in-links";

    /// <summary>The policy's name, for the page that takes free entries.</summary>
    public const string Entries = "free-entries";

    public static void AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Name, context => Posts(context, Throttle(context).SignInsPerMinute, TimeSpan.FromMinutes(1)));
        limits.AddPolicy(Links, context => Posts(context, Throttle(context).LinksPerClient, SendSignInLink.GoodFor));
        limits.AddPolicy(Entries, context => Posts(context, Throttle(context).EntriesPerClient, TimeSpan.FromMinutes(15)));
    });

    private static ThrottleSettings Throttle(HttpContext context) =>
        context.RequestServices.GetRequiredService<PortalSettings>().Throttle;

    private static RateLimitPartition<string> Posts(HttpContext context, int permitted, TimeSpan window) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.ClientAddress(), _ => new FixedWindowRateLimiterOptions { PermitLimit = permitted, Window = window })
            : RateLimitPartition.GetNoLimiter("");
}
