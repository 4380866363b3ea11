using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Rewards.Application.Localization;
using Rewards.Domain;

namespace Rewards.Web.Hosting;

/// <summary>The language of a request: <c>?lang=es</c> (remembered in a cookie), else that cookie, else what the browser asks for.</summary>
internal static class Languages
{
    private const string Name = "lang";

    public static void AddLanguages(this IServiceCollection services) =>
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = Language.All.Select(Texts.Culture).ToList();
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.DefaultRequestCulture = new RequestCulture(cultures[0]);
            options.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(ChosenAsync),
                new CustomRequestCultureProvider(AskedForAsync),
            ];
        });

    private static Task<ProviderCultureResult?> ChosenAsync(HttpContext context)
    {
        var asked = context.Request.Query[Name].ToString();
        if (Language.All.Contains(asked))
        {
            context.Response.Cookies.Append(Name, asked, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            });
            return Is(asked);
        }

        return context.Request.Cookies[Name] is { } kept && Language.All.Contains(kept) ? Is(kept) : Task.FromResult<ProviderCultureResult?>(null);
    }

    private static Task<ProviderCultureResult?> AskedForAsync(HttpContext context)
    {
        var wanted = context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(l => l is not null && Language.All.Contains(l));
        return wanted is null ? Task.FromResult<ProviderCultureResult?>(null) : Is(wanted);
    }

    private static Task<ProviderCultureResult?> Is(string language) =>
        Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(Texts.Culture(language).Name));
}
