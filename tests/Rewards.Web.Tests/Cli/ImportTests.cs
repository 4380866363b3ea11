using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Cli;

/// <summary><c>rewards receipts import</c>: what is good comes in once, what is bad is said with its line.</summary>
public sealed class ImportTests
{
    private const int WholeYear = 47_243;

    private static readonly string _wholeYear = Path.Combine(AppContext.BaseDirectory, "data", "receipts-2017.csv.gz");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task The_whole_year_is_registered_and_a_second_time_nothing_is_new(DatabaseKind database)
    {
        await using var rewards = await CommandLineForTests.OnAsync(database);

        (await rewards.RunsAsync("receipts", "import", _wholeYear, "--rejects", rewards.File("rejects.csv"))).IsDone()
            .Says("47,243 accepted, 0 duplicate, 0 rejected.").Says("293 stores were not known");
        (await rewards.RunsAsync("receipts", "import", _wholeYear, "--rejects", rewards.File("rejects.csv"))).IsDone()
            .Says("0 accepted, 47,243 duplicate, 0 rejected.");

        await AssertWholeYearIsThereOnce(rewards);
        Assert.False(File.Exists(rewards.File("rejects.csv")));
    }

    [Theory, EveryDatabase]
    public async Task Killed_in_the_middle_and_run_again_every_receipt_is_there_once(DatabaseKind database)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A file that comes bit by bit is a named pipe of Unix.");
        await using var rewards = await CommandLineForTests.OnAsync(database);
        var lines = await ReadWholeYearAsync();
        var pipe = rewards.File("receipts.csv");
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", pipe))
        {
            await mkfifo.WaitForExitAsync(Stop);
        }

        using var import = rewards.Start("receipts", "import", pipe);
        await using (var file = new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0))
        {
            // Half of it: some batches are in, and the rest never comes.
            await file.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines[..(lines.Length / 2)].Select(l => l + "\n"))), Stop);
            while (await CountAsync(rewards) == 0)
            {
                await Task.Delay(100, Stop);
            }

            import.Kill();
            await import.WaitForExitAsync(Stop);
        }

        Assert.InRange(await CountAsync(rewards), 1, lines.Length / 2);
        (await rewards.RunsAsync("receipts", "import", _wholeYear)).IsDone().Says(" 0 rejected.");
        await AssertWholeYearIsThereOnce(rewards);
    }

    [Fact]
    public async Task Each_line_that_is_no_receipt_is_rejected_with_its_number_and_reason()
    {
        (string Line, string Reason)[] bad =
        [
            ("x,3,1,2026-03-09T12:30:00,1999,4,Grocery,906", "store 'x' is no whole number from 0 to 65535"),
            ("65536,3,1,2026-03-09T12:30:00,1999,4,Grocery,906", "store '65536' is no whole number from 0 to 65535"),
            ("27,64,1,2026-03-09T12:30:00,1999,4,Grocery,906", "register '64' is no whole number from 0 to 63"),
            ("27,3,4096,2026-03-09T12:30:00,1999,4,Grocery,906", "transaction '4096' is no whole number from 0 to 4095"),
            ("27,3,-1,2026-03-09T12:30:00,1999,4,Grocery,906", "transaction '-1' is no whole number"),
            ("27,3,1,2026-02-29T12:30:00,1999,4,Grocery,906", "purchased_at '2026-02-29T12:30:00' is no date and time"),
            ("27,3,1,1970-01-01T00:00:00,1999,4,Grocery,906", "purchased_at '1970-01-01T00:00:00' is no date and time since 2000"),
            ("27,3,1,09/03/2026,1999,4,Grocery,906", "purchased_at '09/03/2026' is no date and time"),
            ("27,3,1,2026-03-09T12:30:00,19.99,4,Grocery,906", "total_cents '19.99' is no whole number"),
            ("27,3,1,2026-03-09T12:30:00,99999999999999999999,4,Grocery,906", "total_cents '99999999999999999999' is no whole number"),
            ("27,3,1,2026-03-09T12:30:00,1999,,Grocery,906", "line_items '' is no whole number"),
            ("27,3,1,2026-03-09T12:30:00,1999,4,Grocery||Deli,906", "departments '' is no department"),
            ("27,3,1,2026-03-09T12:30:00,1999,4,Deli|deli,906", "departments 'deli' stands there twice"),
            ($"27,3,1,2026-03-09T12:30:00,1999,4,{new string('d', 41)},906", "is no department: a name has 1 to 40 characters"),
            ($"27,3,1,2026-03-09T12:30:00,1999,4,{new string('d', 401)},906", "has 401 characters, and at most 400 fit"),
            ($"27,3,1,2026-03-09T12:30:00,1999,4,{string.Join('|', Enumerable.Range(0, 11_000))},906", "and at most 400 fit"),
            ("27,3,1,2026-03-09T12:30:00,1999,4,De\u0007li,906", "has a control character"),
            ("27,3,1,2026-03-09T12:30:00,1999,4,De\0li,906", "has a control character"),
            ("27,3,1,2026-03-09T12:30:00,1999,4,Grocery,123456789012345678901", "household '123456789012345678901' has 21 characters"),
            ("27,3,1,2026-03-09T12:30:00,1999,4,Grocery", "has 7 columns, and 8 are needed"),
            ("27,3,1,2026-03-09T12:30:00,1999,4,Grocery,906,more", "has 9 columns, and 8 are needed"),
            (string.Concat(Enumerable.Repeat("9,", 20_000)), "has 20001 columns, and 8 are needed"),
            ("27,3,1,2026-03-09T12:30:00,1999,4,\"Grocery,906", "has a quote out of place"),
            ("27,3,1,2026-03-09T12:30:00,1999,4,Gro\"cery,906", "has a quote out of place"),
            ("27,3,1,2026-03-09T12:30:00,1999,4,Gro\"cery,\"906", "has a quote out of place"),
            (new string('7', 100_000), "is longer than 65536 bytes"),
            ("' OR 1=1 --", "has 1 columns, and 8 are needed"),
        ];
        await using var rewards = await CommandLineForTests.OnAsync(DatabaseKind.Sqlite);

        // A good line after each bad one: none of them swallows what follows.
        var lines = bad.SelectMany((b, i) => new[] { b.Line, ReceiptFiles.Line(i) });
        await File.WriteAllTextAsync(rewards.File("mixed.csv"), ReceiptFiles.Csv(lines), Stop);

        (await rewards.RunsAsync("receipts", "import", rewards.File("mixed.csv"))).IsDone()
            .Says($"{bad.Length} accepted, 0 duplicate, {bad.Length} rejected.")
            .Says(rewards.File("mixed.rejects.csv"));

        var rejects = await File.ReadAllLinesAsync(rewards.File("mixed.rejects.csv"), Stop);
        Assert.Equal("line,reason,text", rejects[0]);
        Assert.Equal(bad.Length + 1, rejects.Length);
        foreach (var (i, (_, reason)) in bad.Index())
        {
            Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{2 + (2 * i)},"), rejects[i + 1], StringComparison.Ordinal);
            Assert.Contains(reason, rejects[i + 1].Replace("\"\"", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_rejected()
    {
        await using var rewards = await CommandLineForTests.OnAsync(DatabaseKind.Sqlite);
        byte[] latin1 = [.. Encoding.Latin1.GetBytes(ReceiptFiles.Csv("27,3,1,2026-03-09T12:30:00,1999,4,Panadería,906", ReceiptFiles.Line(2)))];
        await File.WriteAllBytesAsync(rewards.File("latin1.csv"), latin1, Stop);

        (await rewards.RunsAsync("receipts", "import", rewards.File("latin1.csv"))).IsDone().Says("1 accepted, 0 duplicate, 1 rejected.");
        Assert.Contains("is not UTF-8", await File.ReadAllTextAsync(rewards.File("latin1.rejects.csv"), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Windows_line_ends_a_byte_order_mark_quotes_empty_lines_and_no_last_line_end_are_fine()
    {
        await using var rewards = await CommandLineForTests.OnAsync(DatabaseKind.Sqlite);
        var text = "\uFEFF" + ReceiptFiles.Header + "\r\n\r\n27,3,1,2026-03-09 12:30:00,1999,4,\"Grocery|Deli\",\"906\"\r\n\r\n27,3,2,2026-03-09T12:30:00,0,0,,";
        await File.WriteAllTextAsync(rewards.File("windows.csv"), text, Stop);

        (await rewards.RunsAsync("receipts", "import", rewards.File("windows.csv"))).IsDone().Says("2 accepted, 0 duplicate, 0 rejected.");
    }

    [Fact]
    public async Task A_receipt_that_stands_in_the_file_twice_is_registered_once()
    {
        await using var rewards = await CommandLineForTests.OnAsync(DatabaseKind.Sqlite);
        var lines = Enumerable.Range(0, 30_000).Select(i => ReceiptFiles.Line(i % 100));
        await File.WriteAllTextAsync(rewards.File("twice.csv"), ReceiptFiles.Csv(lines), Stop);

        (await rewards.RunsAsync("receipts", "import", rewards.File("twice.csv"))).IsDone().Says("100 accepted, 29,900 duplicate, 0 rejected.");
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("store;register\n", "Line 1 does not name the columns. Expected: store,register,transaction,purchased_at,total_cents,line_items,departments,household. Found: store;register")]
    [InlineData("\0\u0001\u0002", "Line 1 does not name the columns")]
    public async Task A_file_of_something_else_is_refused_by_its_first_line(string content, string because)
    {
        await using var rewards = await CommandLineForTests.OnAsync(DatabaseKind.Sqlite);
        await File.WriteAllTextAsync(rewards.File("other.csv"), content, Stop);

        (await rewards.RunsAsync("receipts", "import", rewards.File("other.csv"))).IsRefused(because);
        Assert.False(File.Exists(rewards.File("other.rejects.csv")));
    }

    [Fact]
    public async Task A_file_that_is_missing_or_a_folder_or_not_gzip_is_refused()
    {
        await using var rewards = await CommandLineForTests.OnAsync(DatabaseKind.Sqlite);
        await File.WriteAllTextAsync(rewards.File("plain.csv.gz"), ReceiptFiles.Csv(ReceiptFiles.Line(1)), Stop);
        Directory.CreateDirectory(rewards.File("folder.csv"));

        (await rewards.RunsAsync("receipts", "import", rewards.File("none.csv"))).IsRefused("There is no file " + rewards.File("none.csv"));
        (await rewards.RunsAsync("receipts", "import", rewards.File("folder.csv"))).IsRefused("is a folder");
        (await rewards.RunsAsync("receipts", "import", rewards.File("plain.csv.gz"))).IsRefused("its content is not gzip");
    }

    [Fact]
    public async Task A_gzip_that_is_cut_off_says_from_which_line_and_what_came_before_stays()
    {
        await using var rewards = await CommandLineForTests.OnAsync(DatabaseKind.Sqlite);
        var whole = ReceiptFiles.Gzip(ReceiptFiles.Csv(Enumerable.Range(0, 4000).Select(ReceiptFiles.Line)));
        await File.WriteAllBytesAsync(rewards.File("cut.csv.gz"), whole[..(whole.Length / 2)], Stop);
        await File.WriteAllBytesAsync(rewards.File("header.csv.gz"), whole[..12], Stop);

        var cut = (await rewards.RunsAsync("receipts", "import", rewards.File("cut.csv.gz"))).IsRefused("The file is cut off or damaged: line ");
        var accepted = await CountAsync(rewards);
        Assert.InRange(accepted, 100, 3999);
        Assert.Contains($"line {accepted + 2} ", cut.Error, StringComparison.Ordinal);
        cut.Says(string.Create(CultureInfo.GetCultureInfo("en-US"), $"{accepted:N0} accepted"));
        (await rewards.RunsAsync("receipts", "import", rewards.File("header.csv.gz"))).IsRefused("line 1 ");
    }

    [Fact]
    public async Task A_gzip_with_a_changed_byte_is_said_to_be_damaged()
    {
        await using var rewards = await CommandLineForTests.OnAsync(DatabaseKind.Sqlite);
        var bytes = ReceiptFiles.Gzip(ReceiptFiles.Csv(Enumerable.Range(0, 4000).Select(ReceiptFiles.Line)));
        bytes[^6] ^= 0x10;
        await File.WriteAllBytesAsync(rewards.File("changed.csv.gz"), bytes, Stop);

        (await rewards.RunsAsync("receipts", "import", rewards.File("changed.csv.gz"))).IsRefused("cut off or damaged");
    }

    [Fact]
    public async Task Rejected_lines_are_never_written_over_the_file_itself()
    {
        await using var rewards = await CommandLineForTests.OnAsync(DatabaseKind.Sqlite);
        var text = ReceiptFiles.Csv("bad", ReceiptFiles.Line(1));
        await File.WriteAllTextAsync(rewards.File("receipts.csv"), text, Stop);

        (await rewards.RunsAsync("receipts", "import", rewards.File("receipts.csv"), "--rejects", rewards.File("receipts.csv")))
            .IsRefused("would be written over");
        Assert.Equal(text, await File.ReadAllTextAsync(rewards.File("receipts.csv"), Stop));
        (await rewards.RunsAsync("receipts", "import", rewards.File("receipts.csv"), "--rejects", rewards.File("none/rejects.csv")))
            .IsRefused("none/rejects.csv");
    }

    [Fact]
    public async Task A_file_without_line_ends_and_a_file_without_end_take_no_memory()
    {
        await using var rewards = await CommandLineForTests.OnAsync(DatabaseKind.Sqlite);
        rewards.Settings["DOTNET_GCHeapHardLimit"] = "0x4000000";
        await using (var file = new StreamWriter(new GZipStream(File.Create(rewards.File("huge.csv.gz")), CompressionLevel.Fastest)))
        {
            await file.WriteLineAsync(ReceiptFiles.Header);
            var million = new string('7', 1_000_000);
            for (var i = 0; i < 200; i++)
            {
                await file.WriteAsync(million);
            }

            await file.WriteLineAsync();
            for (var i = 0; i < 1_000_000; i++)
            {
                await file.WriteLineAsync(ReceiptFiles.Line(i % 4000));
            }
        }

        (await rewards.RunsAsync("receipts", "import", rewards.File("huge.csv.gz"))).IsDone().Says("4,000 accepted, 996,000 duplicate, 1 rejected.");
    }

    private static async Task AssertWholeYearIsThereOnce(CommandLineForTests rewards)
    {
        (await rewards.RunsAsync("receipts", "codes", "--out", rewards.File("codes.csv"))).IsDone().Says("47,243 codes");
        var codes = await File.ReadAllLinesAsync(rewards.File("codes.csv"), Stop);
        Assert.Equal(WholeYear + 1, codes.Length);
        var receipts = (await ReadWholeYearAsync())[1..].Select(l => l.Split(','))
            .Select(f => $"{f[0]},{f[3][..10]},{f[1]},{f[2]}").Order(StringComparer.Ordinal);
        Assert.Equal(receipts, codes[1..].Select(c => c[..c.LastIndexOf(',')]).Order(StringComparer.Ordinal));
    }

    private static Task<int> CountAsync(CommandLineForTests rewards) =>
        rewards.InDatabaseAsync(db => db.Receipts.CountAsync(Stop));

    private static async Task<string[]> ReadWholeYearAsync()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(_wholeYear), CompressionMode.Decompress));
        return (await reader.ReadToEndAsync(Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
