using System.Globalization;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// The pieces of <c>result.json</c> in their order, each with a name for the case that a file has another
/// (docs/draw-protocol.md §11 and §12).
/// </summary>
internal static class ResultJson
{
    /// <summary>A piece of the file and what it says.</summary>
    public readonly record struct Piece(string What, string Text);

    /// <summary>Everything up to the list of alternates.</summary>
    public static IEnumerable<Piece> Opening(
        string drawId, Digest commit, Digest seed, IReadOnlyList<EntryId> winners, IReadOnlyList<string> prizes)
    {
        yield return new("drawId", $$"""{"drawId":{{CanonicalJson.Quote(drawId)}}""");
        yield return new("commit", $",\"commit\":\"{commit}\"");
        yield return new("seed", $",\"seed\":\"{seed}\"");
        yield return new("winners", ",\"winners\":[");
        for (var place = 1; place <= winners.Count; place++)
        {
            yield return new(
                string.Create(CultureInfo.InvariantCulture, $"the winner of place {place}"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{{(place > 1 ? "," : "")}}{"place":{{place}},"prize":{{CanonicalJson.Quote(prizes[place - 1])}},"entryId":"{{winners[place - 1]}}"}"""));
        }

        yield return new("alternates", "],\"alternates\":[");
    }

    /// <summary>One of the alternates.</summary>
    /// <param name="place">The place in the list, from 1.</param>
    /// <param name="entry">The alternate.</param>
    public static Piece Alternate(int place, EntryId entry) => new(
        string.Create(CultureInfo.InvariantCulture, $"alternate {place}"), $"{(place > 1 ? "," : "")}\"{entry}\"");

    /// <summary>The end of the list of alternates.</summary>
    public static Piece AfterAlternates { get; } = new("the number of alternates", "]");

    /// <summary>The hash of the last disposition.</summary>
    public static Piece Head(Digest head) => new("dispositionsHead", $",\"dispositionsHead\":\"{head}\"");

    /// <summary>The end of the file.</summary>
    public static Piece End { get; } = new("the end of the file", "}");
}
