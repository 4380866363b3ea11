using System.Buffers.Binary;
using System.Text;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>
/// A bundle's zip in which somebody changed one thing and made the container fit again: whatever finds it has looked inside.
/// </summary>
/// <param name="What">What was changed.</param>
/// <param name="File">The file in which a verifier that checks signatures finds it.</param>
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
            new(what, found, Changed(zip, file, Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after)));
    }

    // The same length, so that only the checksum is to be mended: before the member and in the directory.
    private static byte[] Changed(byte[] zip, string file, byte[] before, byte[] after)
    {
        var name = Encoding.ASCII.GetBytes(file);
        var changed = zip.ToArray();
        var (header, line) = (changed.AsSpan().IndexOf(name) - 30, changed.AsSpan().LastIndexOf(name) - 46);
        var length = BinaryPrimitives.ReadInt32LittleEndian(changed.AsSpan(header + 18));
        var content = changed.AsSpan(header + 30 + name.Length, length);
        var at = content.IndexOf(before);
        if (at < 0 || before.Length != after.Length)
        {
            throw new ArgumentException($"{file} has no {Encoding.UTF8.GetString(before)}.");
        }

        after.CopyTo(content[at..]);
        var checksum = Checksum(content);
        BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(header + 14), checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(line + 16), checksum);
        return changed;
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
