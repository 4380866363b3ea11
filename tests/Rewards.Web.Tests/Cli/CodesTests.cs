using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Cli;

/// <summary><c>rewards receipts code</c> and <c>codes</c>.</summary>
public sealed class CodesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Codes_are_exported_by_day_and_store_and_are_those_that_the_till_prints(DatabaseKind database)
    {
        await using var rewards = await CommandLineForTests.OnAsync(database);
        await File.WriteAllTextAsync(rewards.File("receipts.csv"), ReceiptFiles.Csv(
            "28,1,1,2026-03-02T09:00:00,100,1,,",
            "27,2,9,2026-03-01T09:00:00,100,1,,",
            "27,2,10,2026-03-02T09:00:00,100,1,,",
            "27,1,11,2026-03-02T23:59:59,100,1,,",
            "27,2,12,2026-03-03T00:00:00,100,1,,"), Stop);
        (await rewards.RunsAsync("receipts", "import", rewards.File("receipts.csv"))).IsDone();

        var all = await ExportAsync(rewards);
        var some = await ExportAsync(rewards, "--store", "27", "--from", "2026-03-02", "--to", "2026-03-02");

        Assert.Equal(["27,2026-03-01,2,9", "27,2026-03-02,1,11", "27,2026-03-02,2,10", "27,2026-03-03,2,12", "28,2026-03-02,1,1"], all.Select(Receipt));
        Assert.Equal(["27,2026-03-02,1,11", "27,2026-03-02,2,10"], some.Select(Receipt));
        var printed = (await rewards.RunsAsync("receipts", "code", "--store", "28", "--date", "2026-03-02", "--register", "1", "--transaction", "1")).IsDone();
        Assert.Equal(printed.Output.Trim(), all[^1].Split(',')[^1]);
    }

    [Fact]
    public async Task A_code_needs_no_secret_but_its_key_and_is_the_one_of_the_vectors()
    {
        await using var rewards = CommandLineForTests.OnNothing();
        rewards.Settings.Clear();
        rewards.Settings["ReceiptCodes__Keys__0"] = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

        var printed = (await rewards.RunsAsync("receipts", "code", "--store", "27", "--date", "2026-11-21", "--register", "3", "--transaction", "42")).IsDone();
        Assert.Matches("^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\n$", printed.Output);

        rewards.Settings.Clear();
        (await rewards.RunsAsync("receipts", "code", "--store", "27", "--date", "2026-11-21", "--register", "3", "--transaction", "42"))
            .IsRefused("ReceiptCodes:Keys:0: is missing");
        rewards.Settings["ReceiptCodes__Keys__0"] = "0011";
        (await rewards.RunsAsync("receipts", "code", "--store", "27", "--date", "2026-11-21", "--register", "3", "--transaction", "42"))
            .IsRefused("ReceiptCodes:Keys:0: has 2 bytes, and 32 are needed");
    }

    [Fact]
    public async Task What_cannot_be_written_is_refused_and_leaves_no_half_file()
    {
        await using var rewards = await CommandLineForTests.OnAsync(DatabaseKind.Sqlite);

        (await rewards.RunsAsync("receipts", "codes", "--out", rewards.File("none/codes.csv"))).IsRefused("none");
        Directory.CreateDirectory(rewards.File("folder"));
        (await rewards.RunsAsync("receipts", "codes", "--out", rewards.File("folder"))).IsRefused("folder");
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(rewards.File("x"))!, "*.part"));
    }

    private static async Task<string[]> ExportAsync(CommandLineForTests rewards, params string[] filter)
    {
        (await rewards.RunsAsync(["receipts", "codes", "--out", rewards.File("codes.csv"), .. filter])).IsDone();
        var lines = await File.ReadAllLinesAsync(rewards.File("codes.csv"), Stop);
        Assert.Equal("store,date,register,transaction,code", lines[0]);
        return lines[1..];
    }

    private static string Receipt(string line) => line[..line.LastIndexOf(',')];
}
