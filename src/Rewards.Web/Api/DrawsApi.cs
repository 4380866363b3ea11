using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Rewards.Application.Sweepstakes;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Web.Api;

/// <summary>What a draw publishes as files, byte for byte as it was committed to.</summary>
internal static class DrawsApi
{
    public static void MapDraws(this WebApplication app)
    {
        var draws = app.MapGroup("/draws/{drawId}");
        draws.MapGet("/bundle.zip", BundleAsync);
        draws.MapGet("/rules.txt", RulesAsync);
        draws.MapGet("/prizes.txt", PrizesAsync);
    }

    // The same draw always has the same bytes: whoever has them already is told so.
    private static async Task<Results<PushStreamHttpResult, NotFound>> BundleAsync(
        string drawId, ReadDrawBundle read, CancellationToken cancellationToken)
    {
        if ((await read.RunAsync(drawId, cancellationToken)).IsRefused(out _, out var bundle))
        {
            return TypedResults.NotFound();
        }

        return TypedResults.Stream(
            stream => WriteDrawBundle.ToZipAsync(stream, bundle, cancellationToken),
            "application/zip",
            $"{bundle.Manifest.DrawId}.zip",
            entityTag: new EntityTagHeaderValue($"\"{bundle.Result.Seed}\""));
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> RulesAsync(
        string drawId, ShowRules show, CancellationToken cancellationToken) =>
        await show.RunAsync(drawId, cancellationToken) is { } terms ? Text(terms.Rules, terms.RulesHash) : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> PrizesAsync(
        string drawId, ShowRules show, CancellationToken cancellationToken) =>
        await show.RunAsync(drawId, cancellationToken) is { } terms ? Text(terms.Prizes, terms.PrizesHash) : TypedResults.NotFound();

    private static FileContentHttpResult Text(string text, string hash) => TypedResults.Bytes(
        Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{hash}\""));
}
