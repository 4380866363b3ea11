using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>Everything that goes into a draw's bundle (docs/draw-protocol.md §11).</summary>
/// <param name="Manifest">What was committed to.</param>
/// <param name="Entries">The entries in the order of their ids; read once.</param>
/// <param name="Rules">The bytes that <see cref="DrawManifest.RulesHash"/> is the hash of.</param>
/// <param name="Prizes">The bytes that <see cref="DrawManifest.PrizesHash"/> is the hash of (<see cref="PrizeList"/>).</param>
/// <param name="Beacon">The beacon that was committed to, with its value.</param>
/// <param name="Dispositions">What became of winners since, in the order of recording.</param>
/// <param name="Result">The draw as drawn.</param>
public sealed record DrawBundleContents(
    DrawManifest Manifest,
    IAsyncEnumerable<DrawLeaf> Entries,
    ReadOnlyMemory<byte> Rules,
    ReadOnlyMemory<byte> Prizes,
    Beacon Beacon,
    IReadOnlyList<Disposition> Dispositions,
    DrawResult Result)
{
    /// <summary>Refuses to publish what would not verify; the entries are checked while they are written.</summary>
    /// <exception cref="ArgumentException">A part is not what the manifest commits to.</exception>
    internal IReadOnlyList<string> CheckedPrizes()
    {
        Require(Digest.Of(Rules.Span) == Manifest.RulesHash, "other rules");
        Require(Digest.Of(Prizes.Span) == Manifest.PrizesHash, "other prizes");
        Require(PrizeList.TryRead(Prizes.Span, out var prizes) && prizes.Count == Manifest.PrizeCount, "another number of prizes");
        Require(Result.Winners.Count <= Manifest.PrizeCount, "more winners than prizes");
        Require(Rules.Length <= BundleFile.Rules.MaxBytes, "longer rules than a bundle holds");
        Require(Manifest.EntryCount <= BundleFile.MaxEntries, "more entries than a bundle holds");
        Require(Result.Commit == Manifest.Commit() && Result.Seed == Manifest.Seed(Beacon), "another draw than the result's");

        var head = default(Digest);
        foreach (var disposition in Dispositions)
        {
            Require(disposition.Previous == head, "dispositions that are not chained");
            head = disposition.Hash;
        }

        return prizes ?? [];
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException($"The bundle cannot be published: the manifest or the contents have {otherwise}.");
        }
    }
}
