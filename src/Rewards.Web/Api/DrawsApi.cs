using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Rewards.Application.Sweepstakes;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Web.Api;

/// <summary>What a draw publishes as files, byte for byte as it was committed to.</summary>
internal static class DrawsApi
{
    private static readonly string[] _read = [HttpMethods.Get, HttpMethods.Head];

    public static void MapDraws(this WebApplication app)
    {
        var draws = app.MapGroup("/draws/{drawId}");
        draws.MapMethods("/bundle.zip", _read, BundleAsync);
        draws.MapMethods("/rules.txt", _read, RulesAsync);
        draws.MapMethods("/prizes.txt", _read, PrizesAsync);
        draws.MapMethods("/commit.tsq", _read, TimeStampRequestAsync);
        draws.MapMethods("/beacon.json", _read, BeaconAsync);
        draws.MapGet("/entries/{entryId}/proof.json", ProofAsync);
    }

    // The same draw with the same dispositions always has the same bytes: whoever has them already is told so, and whoever has a part gets the rest.
    private static async Task<Results<PhysicalFileHttpResult, NotFound, StatusCodeHttpResult>> BundleAsync(
        string drawId, KeptBundles kept, CancellationToken cancellationToken) =>
        !(await kept.OfAsync(drawId, cancellationToken)).IsRefused(out var refusal, out var bundle)
            ? TypedResults.PhysicalFile(
                bundle.Path, "application/zip", $"{bundle.DrawId}.zip", entityTag: new EntityTagHeaderValue($"\"{bundle.Tag}\""), enableRangeProcessing: true)
            : refusal is TryAgain ? TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> RulesAsync(
        string drawId, ShowRules show, CancellationToken cancellationToken) =>
        await show.RunAsync(drawId, cancellationToken) is { } terms ? Text(terms.Rules, terms.RulesHash) : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> PrizesAsync(
        string drawId, ShowRules show, CancellationToken cancellationToken) =>
        await show.RunAsync(drawId, cancellationToken) is { } terms ? Text(terms.Prizes, terms.PrizesHash) : TypedResults.NotFound();

    // For whoever lets somebody else's clock attest the commitment.
    private static async Task<Results<FileContentHttpResult, NotFound>> TimeStampRequestAsync(
        string drawId, ShowDraw show, CancellationToken cancellationToken) =>
        await show.RunAsync(drawId, 1, cancellationToken) is { Commit: { } commit } draw && Digest.TryParse(commit, out var digest)
            ? TypedResults.Bytes(TimeStampRequest.Of(digest), "application/timestamp-query", $"{draw.Times.DrawId}.tsq")
            : TypedResults.NotFound();

    // As it stands in the bundle, for whoever checks one entry only.
    private static async Task<Results<FileContentHttpResult, NotFound>> BeaconAsync(
        string drawId, ReadDrawBundle read, CancellationToken cancellationToken) =>
        (await read.RunAsync(drawId, cancellationToken)).IsRefused(out _, out var bundle)
            ? TypedResults.NotFound()
            : Json(bundle.Beacon.ToJson(), bundle.Result.Seed);

    // From the commitment on a proof never changes: whoever asked once need not ask again.
    private static async Task<Results<FileContentHttpResult, NotFound, Conflict>> ProofAsync(
        string drawId, string entryId, ProveEntry prove, HttpContext context, CancellationToken cancellationToken)
    {
        if ((await prove.RunAsync(drawId, entryId, cancellationToken)).IsRefused(out var refusal, out var proof))
        {
            return refusal is EntriesChanged ? TypedResults.Conflict() : TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Json(proof.ToJson(), Digest.Of(proof.Manifest));
    }

    private static FileContentHttpResult Json(string text, Digest tag) => TypedResults.Bytes(
        Encoding.UTF8.GetBytes(text), "application/json", entityTag: new EntityTagHeaderValue($"\"{tag}\""));

    private static FileContentHttpResult Text(string text, string hash) => TypedResults.Bytes(
        Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{hash}\""));
}
