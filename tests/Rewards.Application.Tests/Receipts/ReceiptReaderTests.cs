using System.IO.Compression;
using System.Text;
using Rewards.Application.Receipts;
using Xunit;

namespace Rewards.Application.Tests.Receipts;

public class ReceiptReaderTests
{
    private const string Header = "store,register,transaction,purchased_at,total_cents,line_items,departments,household";
    private const int Lines = 12;

    [Fact]
    public async Task A_packed_file_that_is_cut_off_anywhere_is_never_taken_for_a_whole_one()
    {
        var packed = Gzip();
        Assert.Equal((Lines, null), await ReadAsync(packed));
        for (var length = 0; length < packed.Length; length++)
        {
            var (read, problem) = await ReadAsync(packed[..length]);
            Assert.True(problem is not null, $"{length} of {packed.Length} bytes were taken for all.");
            Assert.InRange(read, 0, Lines);
        }
    }

    [Fact]
    public async Task A_packed_file_with_any_bit_changed_is_damaged_or_reads_the_same()
    {
        var packed = Gzip();
        for (var at = 0; at < packed.Length * 8; at += 3)
        {
            var changed = packed.ToArray();
            changed[at / 8] ^= (byte)(1 << (at % 8));
            var (read, problem) = await ReadAsync(changed);
            Assert.True(problem is not null || read == Lines, $"Bit {at} lost lines.");
        }
    }

    [Fact]
    public async Task Several_packed_files_one_after_the_other_are_read_as_one()
    {
        var (first, second) = (Gzip(), Gzip(""));
        Assert.Equal((2 * Lines, null), await ReadAsync([.. first, .. second]));
    }

    // How many good lines came, and what ended it.
    private static async Task<(int Read, string? Problem)> ReadAsync(byte[] packed)
    {
        var read = 0;
        try
        {
            var opened = await ReceiptReader.OpenAsync(new MemoryStream(packed), mustBePacked: true, TestContext.Current.CancellationToken);
            if (opened.Error is { } error)
            {
                return (0, error.Code);
            }

            using var reader = opened.Value;
            while (reader.TryRead(out var line))
            {
                Assert.Null(line.Reason);
                Assert.Equal(906, line.Receipt!.TotalCents);
                read++;
            }

            return (read, null);
        }
        catch (InvalidDataException exception)
        {
            return (read, exception.Message);
        }
    }

    private static byte[] Gzip(string header = Header + "\n")
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(header + string.Concat(Enumerable.Range(0, Lines)
                .Select(i => $"27,3,{i},2026-03-09T12:30:00,906,4,Grocery|Deli,90{i}\n"))));
        }

        return packed.ToArray();
    }
}
