using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// What became of a winner or an alternate who did not keep the place. Dispositions are appended only, and each carries the
/// hash of the one before, so none can be changed or left out later without showing (docs/draw-protocol.md §10).
/// </summary>
public sealed record Disposition
{
    /// <summary>The most bytes in a line.</summary>
    public const int MaxLineBytes = 4096;

    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const int MaxActorLength = 200;

    private Disposition(
        EntryId entry, string reason, Digest evidence, string firstActor, string secondActor, DateTimeOffset at, Digest previous)
    {
        (Entry, Reason, Evidence) = (entry, reason, evidence);
        (FirstActor, SecondActor, At, Previous) = (firstActor, secondActor, at, previous);
        Line =
            $$"""{"entryId":"{{entry}}","reason":"{{reason}}","evidence":"{{evidence}}","actors":[{{CanonicalJson.Quote(firstActor)}},{{CanonicalJson.Quote(secondActor)}}],"at":"{{at.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture)}}","prev":"{{previous}}"}""";
        Hash = Digest.Of(Encoding.UTF8.GetBytes(Line));
    }

    /// <summary>The entry that lost its place.</summary>
    public EntryId Entry { get; }

    /// <summary>The coded reason (<see cref="DispositionReason"/>).</summary>
    public string Reason { get; }

    /// <summary>The hash of the evidence that is kept on file.</summary>
    public Digest Evidence { get; }

    /// <summary>Who decided.</summary>
    public string FirstActor { get; }

    /// <summary>Who agreed: another person.</summary>
    public string SecondActor { get; }

    /// <summary>When it was recorded (UTC, whole seconds).</summary>
    public DateTimeOffset At { get; }

    /// <summary>The hash of the line before; zeros for the first.</summary>
    public Digest Previous { get; }

    /// <summary>The line of <c>dispositions.jsonl</c>, in its only form and without the line feed. Keep it as it is.</summary>
    public string Line { get; }

    /// <summary>The hash of the line: what the next one carries, or the head of the chain.</summary>
    public Digest Hash { get; }

    /// <summary>Records a disposition after the one before it.</summary>
    /// <param name="entry">Who lost the place.</param>
    /// <param name="reason">A code (<see cref="DispositionReason.IsValid"/>).</param>
    /// <param name="evidence">The hash of the evidence.</param>
    /// <param name="firstActor">The id of who decided, 1 to 200 characters.</param>
    /// <param name="secondActor">The id of who agreed; another one.</param>
    /// <param name="at">When; fractions of a second are dropped.</param>
    /// <param name="before">The last disposition of the draw so far; null if there is none.</param>
    /// <exception cref="ArgumentException">The reason is no code, or the actors are not two different ids.</exception>
    public static Disposition Record(
        EntryId entry, string reason, Digest evidence, string firstActor, string secondActor, DateTimeOffset at, Disposition? before)
    {
        if (!DispositionReason.IsValid(reason) || !AreTwoActors(firstActor, secondActor))
        {
            throw new ArgumentException("A disposition needs a coded reason and two different actors.");
        }

        var second = DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
        return new Disposition(entry, reason, evidence, firstActor, secondActor, second, before?.Hash ?? default);
    }

    /// <summary>Reads a line that <see cref="Line"/> could have written; accepts no other bytes and never throws.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, [NotNullWhen(true)] out Disposition? disposition)
    {
        disposition = null;
        if (line.Length > MaxLineBytes)
        {
            return false;
        }

        Span<byte> entry = stackalloc byte[EntryId.Length];
        Span<byte> evidence = stackalloc byte[Digest.Length];
        Span<byte> previous = stackalloc byte[Digest.Length];
        var json = new CanonicalScanner(line);
        if (json.Literal("{\"entryId\":\"") && json.Hex(entry)
            && json.Literal("\",\"reason\":") && json.Text(out var reason)
            && json.Literal(",\"evidence\":\"") && json.Hex(evidence)
            && json.Literal("\",\"actors\":[") && json.Text(out var firstActor)
            && json.Literal(",") && json.Text(out var secondActor)
            && json.Literal("],\"at\":") && json.Text(out var at)
            && json.Literal(",\"prev\":\"") && json.Hex(previous)
            && json.Literal("\"}") && json.AtEnd
            && DispositionReason.IsValid(reason) && AreTwoActors(firstActor, secondActor)
            && DateTimeOffset.TryParseExact(
                at, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            var read = new Disposition(
                EntryId.FromBytes(entry), reason, Digest.FromBytes(evidence), firstActor, secondActor, instant,
                Digest.FromBytes(previous));
            disposition = line.SequenceEqual(Encoding.UTF8.GetBytes(read.Line)) ? read : null;
        }

        return disposition is not null;
    }

    private static bool AreTwoActors(string first, string second) =>
        IsActor(first) && IsActor(second) && !string.Equals(first, second, StringComparison.Ordinal);

    private static bool IsActor(string actor) =>
        actor.Length is > 0 and <= MaxActorLength
        && actor.EnumerateRunes().All(rune => rune != Rune.ReplacementChar && !Rune.IsControl(rune));
}
