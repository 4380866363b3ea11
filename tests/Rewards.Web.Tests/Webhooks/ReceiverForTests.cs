using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rewards.Web.Tests.Webhooks;

/// <summary>Another system on a free loopback port that is told by the portal.</summary>
public sealed class ReceiverForTests : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Told> _told = [];

    private ReceiverForTests(WebApplication app) => _app = app;

    /// <summary>What it was sent, the oldest first.</summary>
    public IReadOnlyList<Told> Told => [.. _told];

    /// <summary>Its address.</summary>
    public string Url => $"{_app.Urls.Single()}/hook?from=portal";

    /// <summary>How it answers: the status, by how often it was asked before.</summary>
    public Func<int, int> Answers { get; set; } = _ => StatusCodes.Status204NoContent;

    /// <summary>Starts it.</summary>
    public static async Task<ReceiverForTests> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new ReceiverForTests(app);
        app.MapPost("/hook", receiver.TakeAsync);
        app.MapGet("/elsewhere", () => "");
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Waits until it was sent so many, ten seconds at most.</summary>
    public async Task<IReadOnlyList<Told>> ToldAsync(int count)
    {
        for (var tenths = 0; tenths < 100 && _told.Count < count; tenths++)
        {
            await Task.Delay(100);
        }

        return _told.Count == count ? Told : throw new TimeoutException($"It was told {_told.Count} instead of {count}.");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers;
        var before = _told.Count;
        _told.Enqueue(new Told($"{headers["X-Rewards-Delivery"]}", $"{headers["X-Rewards-Event"]}", $"{headers["X-Rewards-Signature"]}", await reader.ReadToEndAsync()));
        context.Response.StatusCode = Answers(before);
        context.Response.Headers.Location = "/elsewhere";
    }
}

/// <summary>What a receiver was sent.</summary>
/// <param name="Delivery">Its id.</param>
/// <param name="Event">What it tells of.</param>
/// <param name="Signature">As in the header.</param>
/// <param name="Body">Byte for byte.</param>
public sealed record Told(string Delivery, string Event, string Signature, string Body);
