using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace Rewards.Domain.Sweepstakes;

/// <summary>The prizes of a draw as <c>prizes.txt</c> holds them: one a line, the first prize first (docs/draw-protocol.md §11).</summary>
public static class PrizeList
{
    /// <summary>The most bytes in the file.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The most prizes in a draw.</summary>
    public const int MaxPrizes = 10_000;

    /// <summary>The file's bytes, whose hash the manifest carries.</summary>
    /// <exception cref="ArgumentException">A prize is empty or has control characters, or there are too many.</exception>
    public static byte[] Write(IEnumerable<string> prizes)
    {
        ArgumentNullException.ThrowIfNull(prizes);
        var names = prizes.ToList();
        var bytes = Encoding.UTF8.GetBytes(string.Concat(names.Select(prize => prize + "\n")));
        return TryRead(bytes, out var read) && read.SequenceEqual(names, StringComparer.Ordinal)
            ? bytes
            : throw new ArgumentException("A prize is a line of text without control characters.", nameof(prizes));
    }

    /// <summary>Reads the file's bytes; never throws.</summary>
    /// <returns>
    /// False when it is no well-formed UTF-8 without a byte order mark, has an empty line, a control character other than LF,
    /// or more prizes than <see cref="MaxPrizes"/>.
    /// </returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out IReadOnlyList<string>? prizes)
    {
        prizes = null;
        if (bytes.Length > MaxBytes || bytes.StartsWith(Encoding.UTF8.Preamble) || !Utf8.IsValid(bytes)
            || bytes.Count((byte)'\n') > MaxPrizes)
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(bytes.EndsWith("\n"u8) ? bytes[..^1] : bytes);
        string[] lines = bytes.IsEmpty ? [] : text.Split('\n');
        if (lines.Length > MaxPrizes || !lines.All(line => line.Length > 0 && !line.Any(char.IsControl)))
        {
            return false;
        }

        prizes = lines;
        return true;
    }
}
