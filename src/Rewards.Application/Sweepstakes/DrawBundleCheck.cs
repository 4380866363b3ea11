using System.Globalization;
using System.Text;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>One pass through an opened bundle. Each step answers what disagrees, and null when nothing does.</summary>
internal sealed class DrawBundleCheck
{
    // A comma, two quotation marks, 32 digits.
    private const int AlternateLength = 35;

    private readonly OpenBundle _bundle;
    private readonly DrawManifest _manifest;
    private readonly List<string> _lines;
    private readonly CancellationToken _cancellationToken;
    private readonly List<Disposition> _dispositions = [];
    private IReadOnlyList<string> _prizes = [];
    private Digest _seed;

    private DrawBundleCheck(OpenBundle bundle, DrawManifest manifest, List<string> lines, CancellationToken cancellationToken) =>
        (_bundle, _manifest, _lines, _cancellationToken) = (bundle, manifest, lines, cancellationToken);

    /// <summary>Runs all steps up to the first disagreement.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="published">The commitment as it was published, if it is known.</param>
    /// <param name="lines">Receives what was checked.</param>
    /// <param name="cancellationToken">Stops between entries.</param>
    public static string? FirstDisagreement(
        OpenBundle bundle, Digest? published, List<string> lines, CancellationToken cancellationToken)
    {
        if (!DrawManifest.TryParse(bundle[BundleFile.Manifest].ReadAll(), out var manifest))
        {
            return "manifest.bin: is no manifest";
        }

        var check = new DrawBundleCheck(bundle, manifest, lines, cancellationToken);
        return check.CheckCommitment(published) ?? check.CheckRules() ?? check.CheckPrizes() ?? check.CheckBeacon()
            ?? check.CheckDispositions() ?? check.CheckEntries();
    }

    private string? CheckCommitment(Digest? published)
    {
        if (_manifest.EntryCount > BundleFile.MaxEntries)
        {
            return Line($"manifest.bin: has more than {BundleFile.MaxEntries} entries");
        }

        var commit = _manifest.Commit();
        if (published is { } expected && expected != commit)
        {
            return $"manifest.bin: its commitment is {commit}, but {expected} was published";
        }

        _lines.Add(Line($"manifest.bin: draw {Printable.Text(_manifest.DrawId)}, commitment number {_manifest.Sequence}, {_manifest.EntryCount} entries, {_manifest.PrizeCount} prizes"));
        _lines.Add(published is null
            ? $"commitment: {commit}; NOT compared with the one that was published before the draw: do that"
            : $"commitment: {commit}, as it was published");
        return null;
    }

    private string? CheckRules()
    {
        if (Digest.Of(_bundle[BundleFile.Rules].ReadAll()) != _manifest.RulesHash)
        {
            return "rules.txt: has not the hash that stands in the manifest";
        }

        _lines.Add("rules.txt: the rules that were committed to");
        return null;
    }

    private string? CheckPrizes()
    {
        var bytes = _bundle[BundleFile.Prizes].ReadAll();
        if (Digest.Of(bytes) != _manifest.PrizesHash)
        {
            return "prizes.txt: has not the hash that stands in the manifest";
        }

        if (!PrizeList.TryRead(bytes, out var prizes) || prizes.Count != _manifest.PrizeCount)
        {
            return Line($"prizes.txt: has not {_manifest.PrizeCount} lines of plain text");
        }

        _prizes = prizes;
        _lines.Add("prizes.txt: the prizes that were committed to");
        return null;
    }

    private string? CheckBeacon()
    {
        if (Beacon.FromJson(_bundle[BundleFile.Beacon].ReadAll()) is not { } beacon)
        {
            return "beacon.json: is no beacon in the canonical form, or its beaconId is not that of its content";
        }

        if (beacon.Id != _manifest.BeaconId || beacon.Round != _manifest.Round)
        {
            return "beacon.json: is another beacon or round than the manifest commits to";
        }

        if (beacon is DrandQuicknet { IsGenuine: false } forged)
        {
            return Line($"beacon.json: its BLS signature is not that of round {forged.Round} of drand quicknet, by the pinned key");
        }

        _seed = _manifest.Seed(beacon);
        _lines.Add($"beacon.json: the beacon and round that were committed to; randomness {beacon.Randomness}");
        _lines.AddRange(beacon switch
        {
            DrandQuicknet drand =>
            [
                Line($"BLS signature: verified, of round {drand.Round} of drand quicknet, due {Quicknet.TimeOf(drand.Round):yyyy-MM-dd HH:mm:ss} UTC, by the pinned key {Quicknet.PublicKey}"),
            ],
            Ceremony ceremony =>
            [
                $"ceremony: described beforehand as \"{Printable.Text(ceremony.Description)}\"",
                $"  announced as \"{Printable.Text(ceremony.Announced)}\": NOT verified here, compare it with what was announced; there is no BLS signature to verify",
            ],
            _ => Array.Empty<string>(),
        });
        _lines.Add($"seed: {_seed}");
        return null;
    }

    private string? CheckEntries()
    {
        // A disposition moves the line on by one at most, and a result can list no more alternates than it has room for.
        var alternates = Math.Max(DrawResult.AlternatesShown, Math.Max(_dispositions.Count, _bundle[BundleFile.Result].Length / AlternateLength));
        var best = new BestPlaces(_seed, (int)(_manifest.PrizeCount + alternates), _manifest.DedupMode);
        var walk = new DrawWalk(_manifest.DrawId, best);
        if (Read(walk.Add) is { } disagreement)
        {
            return disagreement;
        }

        var tree = walk.Finish();
        if (tree.Root != _manifest.Root)
        {
            return $"entries.csv: has the root {tree.Root}, but the manifest commits to {_manifest.Root}";
        }

        _lines.Add(Line($"entries.csv: {tree.Count} entries, sorted, none twice, under the root that was committed to"));
        var ranking = best.Ranking(_manifest.PrizeCount);
        return CheckResult(ranking) ?? CheckFinalWinners(ranking);
    }

    // Walks over the rows; what a row disagrees with.
    private string? Read(Each each)
    {
        var member = _bundle[BundleFile.Entries];
        if (member.Length != EntriesCsv.LengthOf(_manifest.EntryCount))
        {
            return Line($"entries.csv: has not {EntriesCsv.LengthOf(_manifest.EntryCount)} bytes, as a header and {_manifest.EntryCount} rows have");
        }

        var reader = new BundleMember.Reader(member);
        if (!reader.Takes(EntriesCsv.Header))
        {
            return "entries.csv: has another header";
        }

        Span<byte> row = stackalloc byte[EntriesCsv.RowLength];
        EntryId? before = null;
        for (var number = 2; reader.Left > 0; number++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            reader.Fill(row);
            if (!EntriesCsv.TryRead(row, out var leaf) || leaf.Entry <= before)
            {
                return Line($"entries.csv: line {number} is no entry, or not after the one before");
            }

            before = leaf.Entry;
            each(leaf);
        }

        return null;
    }

    private delegate void Each(in DrawLeaf leaf);

    private string? CheckDispositions()
    {
        ReadOnlySpan<byte> rest = _bundle[BundleFile.Dispositions].ReadAll();
        var head = default(Digest);
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var number = _dispositions.Count + 1;
            if (end < 0 || !Disposition.TryParse(rest[..end], out var disposition))
            {
                return Line($"dispositions.jsonl: line {number} is no disposition in the canonical form");
            }

            if (disposition.Previous != head)
            {
                return Line($"dispositions.jsonl: line {number} does not carry the hash of the line before");
            }

            head = disposition.Hash;
            _dispositions.Add(disposition);
            rest = rest[(end + 1)..];
        }

        return null;
    }

    private string? CheckResult(DrawRanking ranking)
    {
        var reader = new BundleMember.Reader(_bundle[BundleFile.Result]);
        var opening = ResultJson.Opening(_manifest.DrawId, _manifest.Commit(), _seed, ranking.Winners, _prizes);
        foreach (var piece in opening)
        {
            if (Disagreement(reader, piece) is { } disagreement)
            {
                return disagreement;
            }
        }

        // The first hundred or all: which of them, the file decides.
        var listed = 0;
        foreach (var entry in ranking.Alternates)
        {
            if (listed == DrawResult.AlternatesShown && reader.Next == ']')
            {
                break;
            }

            listed++;
            if (Disagreement(reader, ResultJson.Alternate(listed, entry)) is { } disagreement)
            {
                return disagreement;
            }
        }

        if (Disagreement(reader, ResultJson.AfterAlternates) is { } afterAlternates)
        {
            return afterAlternates;
        }

        var bindsHead = reader.Next == ',';
        if (bindsHead && _dispositions.Count == 0)
        {
            return "dispositions.jsonl: is empty, but result.json goes on as if there were dispositions";
        }

        if (bindsHead && Disagreement(reader, ResultJson.Head(_dispositions[^1].Hash)) is { } otherHead)
        {
            return otherHead;
        }

        if (Disagreement(reader, ResultJson.End) is { } end)
        {
            return end;
        }

        if (reader.Left > 0)
        {
            return "result.json: goes on after its end";
        }

        _lines.Add(Line($"result.json: {ranking.Winners.Count} winners and the first {listed} alternates, as they follow from the other files"));
        _lines.Add(_dispositions.Count == 0
            ? "dispositions.jsonl: none"
            : Line($"dispositions.jsonl: {_dispositions.Count}, each carrying the hash of the one before; the last one's {_dispositions[^1].Hash} {(bindsHead ? "stands in result.json" : "stands nowhere else in the bundle: compare it with a published one")}"));
        return null;
    }

    private string? CheckFinalWinners(DrawRanking ranking)
    {
        if (!ranking.TrySettle(_dispositions, FarDown(ranking), out var winners, out var stranger))
        {
            return $"dispositions.jsonl: {stranger} had no place to lose";
        }

        for (var place = 0; place < winners.Count; place++)
        {
            var drawn = place < ranking.Winners.Count ? ranking.Winners[place] : (EntryId?)null;
            var who = winners[place]?.ToString() ?? "nobody is left";
            var instead = winners[place] == drawn ? "" : $" (drawn was {drawn})";
            _lines.Add(Line($"prize {place + 1}, {Printable.Text(_prizes[place])}: {who}{instead}"));
        }

        return null;
    }

    // Whoever is disposed of beyond the places that were held has one too, as the best ranked entry of a person: looked for in walks of their own.
    private HashSet<EntryId> FarDown(DrawRanking ranking)
    {
        var sought = _dispositions.Select(d => d.Entry).Where(entry => !ranking.Holds(entry)).ToHashSet();
        var found = new Dictionary<EntryId, EntryTag>();
        if (sought.Count > 0)
        {
            Read((in DrawLeaf leaf) =>
            {
                if (sought.Contains(leaf.Entry))
                {
                    found.Add(leaf.Entry, leaf.Tag);
                }
            });
        }

        return found.Count == 0 || _manifest.DedupMode == DedupMode.None ? [.. found.Keys] : BestOf([.. found.Values]);
    }

    // The best ranked entry of each of these persons.
    private HashSet<EntryId> BestOf(HashSet<EntryTag> persons)
    {
        var hasher = new LeafHasher(_manifest.DrawId);
        var best = new Dictionary<EntryTag, (Digest Score, EntryId Entry)>();
        Read((in DrawLeaf leaf) =>
        {
            if (persons.Contains(leaf.Tag) && DrawScore.Of(_seed, hasher.Hash(leaf)) is var score
                && (!best.TryGetValue(leaf.Tag, out var held) || score < held.Score))
            {
                best[leaf.Tag] = (score, leaf.Entry);
            }
        });
        return [.. best.Values.Select(held => held.Entry)];
    }

    private static string? Disagreement(BundleMember.Reader reader, ResultJson.Piece piece) =>
        reader.Takes(Encoding.UTF8.GetBytes(piece.Text))
            ? null
            : $"result.json: {piece.What} does not follow from the other files; it should read {Printable.Text(piece.Text)}";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
