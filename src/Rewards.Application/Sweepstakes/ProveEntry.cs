using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// The proof that an entry is in the list that was committed to, for anyone who has its id (docs/draw-protocol.md §13): reads the
/// entries of one run, however many there are in all.
/// </summary>
public sealed class ProveEntry(RewardsDb db, DrawEntries entries, TreeOutlines outlines)
{
    /// <summary>
    /// Proves it. Refuses with <c>sweepstakes-unknown</c> also where there is no such entry or it was excluded, <c>sweepstakes-step-out-of-order</c>
    /// before the commitment, <c>entries-changed</c> where the list is not the one that was committed to.
    /// </summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="entryId">32 hexadecimal digits.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<EntryProof>> RunAsync(string? drawId, string? entryId, CancellationToken cancellationToken)
    {
        if (!EntryId.TryParse(entryId, out var entry))
        {
            return new SweepstakesUnknown();
        }

        var bytes = entry.ToBytes();
        var found = await (
            from sweepstakes in db.Sweepstakes.AsNoTracking().WithDrawId(drawId)
            where db.SweepstakesEntries.Any(e => e.Id == bytes && e.SweepstakesId == sweepstakes.Id) && !db.EntryExclusions.Any(e => e.EntryId == bytes)
            from drawing in db.Drawings.Where(d => d.SweepstakesId == sweepstakes.Id).DefaultIfEmpty()
            select new { sweepstakes.Id, sweepstakes.DrawId, sweepstakes.Status, drawing.Manifest, drawing.Root }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new SweepstakesUnknown();
        }

        if (found.Status < SweepstakesStatus.Committed)
        {
            return new SweepstakesStepOutOfOrder(found.Status);
        }

        var outline = await outlines.OfAsync(found.Id, db, cancellationToken);
        var run = outline.RunOf(entry);
        if (run < 0 || outline.Root != Digest.FromBytes(found.Root))
        {
            return new EntriesChanged();
        }

        var leaves = await entries.RunAsync(found.Id, found.DrawId, outline.Before(run)).ToListAsync(cancellationToken);
        var place = leaves.FindIndex(leaf => leaf.Entry == entry);
        var hasher = new LeafHasher(found.DrawId);
        Digest[] hashes = [.. leaves.Select(leaf => hasher.Hash(leaf))];
        return place >= 0 && outline.Holds(run, hashes)
            ? new EntryProof(found.Manifest!, leaves[place], outline.Prove(run, place, hashes))
            : new EntriesChanged();
    }
}

/// <summary>What shows that an entry is in the list that was committed to.</summary>
/// <param name="Manifest">Its hash is the commitment; it holds the root.</param>
/// <param name="Leaf">The entry.</param>
/// <param name="Proof">The way from the entry's leaf to the root.</param>
public sealed record EntryProof(byte[] Manifest, DrawLeaf Leaf, InclusionProof Proof)
{
    /// <summary>The text of <c>proof.json</c> (docs/draw-protocol.md §13).</summary>
    public string ToJson() => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"manifest":"{{Convert.ToHexStringLower(Manifest)}}","index":{{Proof.Index}},"entry":{"entryId":"{{Leaf.Entry}}","tag":"{{Leaf.Tag}}","source":{{(int)Leaf.Source}},"date":{{Leaf.DateNumber}}},"path":[{{string.Join(',', Proof.Path.Select(node => $"\"{node}\""))}}]}""");
}
