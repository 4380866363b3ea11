using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rewards.Application.Audit;
using Rewards.Application.Mail;
using Rewards.Data;
using Rewards.Data.Staff;
using Rewards.Domain.Audit;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Rewards.Web.Hosting;

namespace Rewards.Web.Tests;

/// <summary>
/// The whole portal on a free loopback port, as in production: behind a proxy that ends TLS, on a database of the test's own.
/// Tests come in by <see cref="Browser"/>; <see cref="Below"/> arranges what a test needs and looks into the database.
/// </summary>
public sealed class PortalOnLoopback : IAsyncDisposable
{
    /// <summary>Everyone's.</summary>
    public const string Password = "correct horse battery";

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private PortalOnLoopback(PortalForTests below, WebApplication app, PostOffice mail)
    {
        Below = below;
        Mail = mail;
        _app = app;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };
    }

    /// <summary>For requests that no browser would send.</summary>
    public HttpClient Http => _http;

    /// <summary>The same portal below its pages: its clock, its use cases, its database.</summary>
    public PortalForTests Below { get; }

    /// <summary>Where its mail arrives.</summary>
    public PostOffice Mail { get; }

    /// <summary>Starts a portal on an empty database of a kind.</summary>
    public static async Task<PortalOnLoopback> StartAsync(DatabaseKind kind, PortalSetup? setup = null)
    {
        WebApplication? app = null;
        var mail = new PostOffice();
        var below = await PortalForTests.StartAsync(kind, setup ?? new PortalSetup(), (settings, clock) =>
        {
            app = PortalHost.Build(["--environment", "Production", "--urls", "http://127.0.0.1:0"], builder =>
            {
                builder.Configuration.AddInMemoryCollection([new("Portal:Url", "http://localhost:5080"), new("Hosting:TrustedProxies:0", "127.0.0.0/8")]);
                builder.Configuration.AddInMemoryCollection(settings);
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Services.AddSingleton<IMailTransport>(mail);
                builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.AspNetCore.StaticFiles", LogLevel.Error);
            });
            return app.Services;
        });
        await app!.StartAsync();
        return new PortalOnLoopback(below, app, mail);
    }

    /// <summary>A browser that has never been here.</summary>
    /// <param name="client">The address it comes from.</param>
    /// <param name="language">What it asks to be spoken to in: <c>en</c> or <c>es</c>.</param>
    public BrowserForTests Browser(string client = "203.0.113.1", string language = "en") => new(_http, client) { Language = language };

    /// <summary>Gives someone an account.</summary>
    /// <param name="role">One of <see cref="StaffRole"/>.</param>
    /// <param name="store">Null in the office.</param>
    /// <param name="isRecorded">Whether the act is taken down, as it is where an administrator does it: for tests of the audit.</param>
    public Task<Colleague> HiresAsync(string role, int? store = null, bool isRecorded = false) =>
        Below.CallAsync<IServiceProvider, Colleague>(async services =>
        {
            var roles = services.GetRequiredService<RoleManager<IdentityRole<Guid>>>();
            if (!await roles.RoleExistsAsync(role))
            {
                Must(await roles.CreateAsync(new IdentityRole<Guid>(role) { Id = Guid.CreateVersion7() }));
            }

            var id = Guid.CreateVersion7();
            var colleague = new Colleague(id, $"{role.ToLowerInvariant()}-{id:n}@fairview.example", Password);
            var users = services.GetRequiredService<UserManager<StaffUser>>();
            var user = new StaffUser { Id = id, UserName = colleague.Email, Email = colleague.Email, EmailConfirmed = true, StoreNumber = store };
            Must(await users.CreateAsync(user, colleague.Password));
            Must(await users.AddToRoleAsync(user, role));
            if (isRecorded)
            {
                services.GetRequiredService<RecordAct>().Add(AuditAct.StaffAdded, null, AuditSubject.Of(id), ("role", role), ("store", store));
                await services.GetRequiredService<RewardsDb>().SaveChangesAsync();
            }

            return colleague;
        });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await Below.DisposeAsync();
    }

    private static void Must(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(result.ToString());
        }
    }
}

/// <summary>Someone with an account.</summary>
/// <param name="Id">Who.</param>
/// <param name="Email">To sign in with.</param>
/// <param name="Password">To sign in with.</param>
public sealed record Colleague(Guid Id, string Email, string Password);
