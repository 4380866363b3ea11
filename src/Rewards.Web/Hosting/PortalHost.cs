using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using Rewards.Application;
using Rewards.Application.Localization;
using Rewards.Application.Sweepstakes;
using Rewards.Setup;
using Rewards.Web.Api;
using Rewards.Web.Hosting.Mail;
using Rewards.Web.Hosting.Webhooks;

namespace Rewards.Web.Hosting;

/// <summary>Puts the portal together: configuration, services, the pipeline.</summary>
public static class PortalHost
{
    private const long MostBytesOfARequest = 1_000_000;

    /// <summary>Builds the portal; nothing runs yet.</summary>
    /// <param name="args">Command-line settings, <c>--Clock:Today=2017-06-30</c>.</param>
    /// <param name="configure">More settings, over all others: tests and benchmarks give theirs here.</param>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(PortalHost).Assembly.GetName().Name,
        });
        builder.Configuration.AddPortal(builder.Environment.EnvironmentName).AddCommandLine(args);
        configure?.Invoke(builder);
        AddServices(builder);
        var app = builder.Build();
        app.Services.GetRequiredService<Texts>().With(typeof(PortalHost).Assembly);
        UsePipeline(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var development = builder.Environment.IsDevelopment();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytesOfARequest;
        });
        if (builder.Configuration["urls"] is null)
        {
            builder.WebHost.UseUrls("http://localhost:5080");
        }

        SetAddress(builder.Configuration, development);

        // Every statement and every request is for whoever asks for it in the settings.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // It warns of every form that may not be stored, because it says so in words of its own.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Services.AddPortal(builder.Configuration, development);
        builder.Services.Configure<FormOptions>(form => form.ValueCountLimit = 200);
        var proxies = Proxies.Networks(builder.Configuration);
        builder.Services.Configure<ForwardedHeadersOptions>(o => Proxies.Trust(o, proxies));
        builder.Services.AddPortalSignIn(HttpsOnly.IsWanted(builder.Configuration));
        builder.Services.AddPortalProtection();
        builder.Services.AddPortalApi();
        builder.Services.AddLanguages();
        builder.Services.AddPortalMail(builder.Configuration);
        WebhookDelivering.Add(builder.Services);
        builder.Services.TryAddSingleton<IBeaconSource, BeaconSource>();
        builder.Services.AddPortalHealth();
        builder.Services.AddHostedService<SweepstakesOpening>();
        builder.Services.AddHostedService<FuelPointsKeeping>();
        builder.Services.AddHostedService<AnswerForgetting>();
        builder.Services.AddHostedService<AuditKeeping>();
        builder.Services.AddHostedService<FraudDetection>();
        builder.Services.AddHostedService<PrizeForfeiting>();
        builder.Services.AddRazorPages(PageRules.Apply);
        builder.Services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddRouting(routing => routing.LowercaseUrls = true);
    }

    // Where shoppers reach the portal stands in mails and QR codes. In development that is where it listens.
    private static void SetAddress(ConfigurationManager configuration, bool development)
    {
        if (!string.IsNullOrWhiteSpace(configuration["Portal:Url"]))
        {
            return;
        }

        if (!development)
        {
            throw new SettingException("Portal:Url", "is missing. Mails and QR codes lead there: give the address that shoppers reach the portal at, such as https://feedback.example.com.");
        }

        if (Uri.TryCreate(configuration["urls"]?.Split(';')[0], UriKind.Absolute, out var listens) && listens.Port != 0)
        {
            configuration["Portal:Url"] = listens.GetLeftPart(UriPartial.Authority);
        }
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseForwardedHeaders();
        if (HttpsOnly.IsWanted(app.Configuration))
        {
            app.UseMiddleware<HttpsOnly>();
        }

        app.UseRequestLocalization();
        app.UseMiddleware<SecurityHeaders>();
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
        app.UseExceptionHandler(ProblemPage.Options);
        app.UseMiddleware<ApiProblems>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseRouting();
        app.UseMiddleware<ReadableRequests>();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPortalHealth();
        app.MapBrand(app.Services.GetRequiredService<ChainSettings>());
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapDraws();
        app.MapPortalApi();
    }
}
