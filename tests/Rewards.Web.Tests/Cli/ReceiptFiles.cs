using System.IO.Compression;
using System.Text;

namespace Rewards.Web.Tests.Cli;

/// <summary>Files of receipts, good and bad.</summary>
internal static class ReceiptFiles
{
    /// <summary>The first line.</summary>
    public const string Header = "store,register,transaction,purchased_at,total_cents,line_items,departments,household";

    /// <summary>A receipt of store 27, told from others by its transaction.</summary>
    public static string Line(int transaction) => $"27,3,{transaction},2026-03-09T12:30:00,1999,4,Grocery|Deli,906";

    /// <summary>A file of lines below the header.</summary>
    public static string Csv(params IEnumerable<string> lines) => string.Concat(lines.Prepend(Header).Select(l => l + "\n"));

    /// <summary>Packed.</summary>
    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
