using System.IO.Compression;
using System.Text;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>
/// A bundle's zip in which somebody changed one thing and made the container fit again: whatever finds it has looked inside.
/// </summary>
/// <param name="What">What was changed.</param>
/// <param name="File">The file in which a verifier that checks signatures finds it; empty where it may name one or another.</param>
/// <param name="Zip">The bytes.</param>
internal sealed record ChangedBundle(string What, string File, byte[] Zip)
{
    /// <summary>One change of each kind in the zip of a <see cref="SampleBundle"/>.</summary>
    public static IReadOnlyList<ChangedBundle> Of(byte[] zip, bool isDrand)
    {
        return
        [
            With("a rule", "rules.txt", "rules.txt", "No purchase", "1 purchase."),
            With("a prize", "prizes.txt", "prizes.txt", "Prize", "Price"),
            With("an entry", "entries.csv", "entries.csv", ",20261101\n", ",20261102\n"),
            With("a winner", "result.json", "result.json", "{\"place\":2", "{\"place\":3"),
            With("a disposition", "dispositions.jsonl", "dispositions.jsonl", "15:00:00Z", "15:00:01Z"),
            .. isDrand
                ? new[]
                {
                    With("the beacon's signature", "beacon.json", "beacon.json", "dfc92\"}", "dfc93\"}"),
                    With("the beacon's round", "beacon.json", "beacon.json", "\"round\":123", "\"round\":124"),
                }
                : [With("the announced value", "result.json", "beacon.json", " / 7", " / 8")],
        ];

        ChangedBundle With(string what, string found, string file, string before, string after) =>
            new(what, found, Rewritten(zip, file, text => Replaced(text, before, after)));
    }

    /// <summary>What somebody may do to the dispositions of a bundle that has three or more, the first of them because the winner declined.</summary>
    public static IReadOnlyList<ChangedBundle> OfDispositions(byte[] zip)
    {
        return
        [
            With("a changed reason", "dispositions.jsonl", text => Replaced(text, "\"DECLINED\"", "\"NO_RESPONSE\"")),
            With("another entry", "dispositions.jsonl", text => Replaced(text, text[..48], text[..47] + (text[47] == '0' ? '1' : '0'))),
            With("the first left out", "dispositions.jsonl", text => text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]),
            With("one left out between", "dispositions.jsonl", text => Lines(text, lines => [lines[0], .. lines[2..]])),
            With("another order", "dispositions.jsonl", text => Lines(text, lines => [lines[1], lines[0], .. lines[2..]])),
            With("the last left out", "", text => Lines(text, lines => lines[..^1])),
            With("all left out", "", _ => ""),
        ];

        ChangedBundle With(string what, string found, Func<string, string> change) => new(what, found, Rewritten(zip, "dispositions.jsonl", change));
    }

    private static string Lines(string text, Func<string[], string[]> change) =>
        string.Concat(change(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(line => line + "\n"));

    private static string Replaced(string text, string before, string after)
    {
        var at = text.IndexOf(before, StringComparison.Ordinal);
        return at >= 0 ? text[..at] + after + text[(at + before.Length)..] : throw new ArgumentException($"There is no {before}.");
    }

    // As the protocol writes a zip: stored, without times, in one form only.
    private static byte[] Rewritten(byte[] zip, string file, Func<string, string> change)
    {
        using var read = new ZipArchive(new MemoryStream(zip));
        using var body = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var entry in read.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
            {
                stream.CopyTo(content);
            }

            var bytes = entry.FullName == file ? Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(content.ToArray()))) : content.ToArray();
            var (name, at) = (Encoding.ASCII.GetBytes(entry.FullName), (uint)body.Length);
            Write(body, 0x04034B50u, (ushort)10);
            WriteCommon(body, bytes, name);
            body.Write(name);
            body.Write(bytes);
            Write(directory, 0x02014B50u, (ushort)10, (ushort)10);
            WriteCommon(directory, bytes, name);
            Write(directory, (ushort)0, (ushort)0, (ushort)0, 0u, at);
            directory.Write(name);
        }

        var start = (uint)body.Length;
        directory.WriteTo(body);
        var count = (ushort)read.Entries.Count;
        Write(body, 0x06054B50u, (ushort)0, (ushort)0, count, count, (uint)directory.Length, start, (ushort)0);
        return body.ToArray();
    }

    // Flags, method, time and date; checksum, sizes and the name's length; no more fields.
    private static void WriteCommon(MemoryStream stream, byte[] bytes, byte[] name)
    {
        Write(stream, (ushort)0, (ushort)0, (ushort)0, (ushort)0x21);
        Write(stream, Checksum(bytes), (uint)bytes.Length, (uint)bytes.Length, (ushort)name.Length, (ushort)0);
    }

    private static void Write(MemoryStream stream, params ReadOnlySpan<object> numbers)
    {
        foreach (var number in numbers)
        {
            stream.Write(number is ushort small ? BitConverter.GetBytes(small) : BitConverter.GetBytes((uint)number));
        }
    }

    // CRC-32, bit by bit.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var value in bytes)
        {
            checksum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                checksum = (checksum & 1) == 1 ? (checksum >> 1) ^ 0xEDB88320 : checksum >> 1;
            }
        }

        return ~checksum;
    }
}
