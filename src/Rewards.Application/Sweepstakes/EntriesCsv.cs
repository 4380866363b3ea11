using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>The rows of <c>entries.csv</c>, which all have the same length (docs/draw-protocol.md §11).</summary>
internal static class EntriesCsv
{
    /// <summary>Bytes in a row, the line feed included.</summary>
    public const int RowLength = (2 * EntryId.Length) + 1 + (2 * EntryTag.Length) + 1 + 1 + 1 + 8 + 1;

    /// <summary>The first line, the line feed included.</summary>
    public static ReadOnlySpan<byte> Header => "entryId,tag,source,date\n"u8;

    /// <summary>Bytes in a file of this many entries.</summary>
    public static long LengthOf(long entries) => Header.Length + (RowLength * entries);

    /// <summary>Writes the row of an entry.</summary>
    public static void Write(in DrawLeaf leaf, Span<byte> row)
    {
        Span<byte> bytes = stackalloc byte[EntryId.Length];
        leaf.Entry.CopyTo(bytes);
        Convert.TryToHexStringLower(bytes, row, out _);
        row[32] = (byte)',';
        leaf.Tag.CopyTo(bytes);
        Convert.TryToHexStringLower(bytes, row[33..], out _);
        row[65] = (byte)',';
        row[66] = (byte)('0' + (int)leaf.Source);
        row[67] = (byte)',';
        var date = leaf.DateNumber;
        for (var i = 75; i >= 68; i--, date /= 10)
        {
            row[i] = (byte)('0' + (date % 10));
        }

        row[76] = (byte)'\n';
    }

    /// <summary>Reads a row that <see cref="Write"/> could have written; accepts no other bytes.</summary>
    public static bool TryRead(ReadOnlySpan<byte> row, out DrawLeaf leaf)
    {
        leaf = default;
        Span<byte> entry = stackalloc byte[EntryId.Length];
        Span<byte> tag = stackalloc byte[EntryTag.Length];
        var text = new CanonicalScanner(row);
        if (!(text.Hex(entry) && text.Literal(",") && text.Hex(tag) && text.Literal(",")
            && text.Number(out var source) && text.Literal(",") && text.Number(out var date) && text.Literal("\n") && text.AtEnd)
            || source is not ((long)EntrySource.Survey or (long)EntrySource.FreeEntry) || !TryDate(date, out var day))
        {
            return false;
        }

        leaf = new DrawLeaf(EntryId.FromBytes(entry), EntryTag.FromBytes(tag), (EntrySource)source, day);
        Span<byte> again = stackalloc byte[RowLength];
        Write(leaf, again);
        return row.SequenceEqual(again);
    }

    private static bool TryDate(long yyyymmdd, out DateOnly date)
    {
        var (year, month, day) = ((int)(yyyymmdd / 10000), (int)(yyyymmdd / 100 % 100), (int)(yyyymmdd % 100));
        var real = yyyymmdd is >= 1_01_01 and <= 9999_12_31 && month is >= 1 and <= 12
            && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = real ? new DateOnly(year, month, day) : default;
        return real;
    }
}
