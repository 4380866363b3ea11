using Microsoft.EntityFrameworkCore;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Cli;

/// <summary>How every command ends: 0 done, 1 refused, 2 misused; and what it says of wrong settings.</summary>
public sealed class CommandLineTests
{
    private static readonly string[] _code = ["receipts", "code", "--store", "27", "--date", "2026-11-21", "--register", "3", "--transaction", "42"];

    [Theory]
    [InlineData("", "Required command")]
    [InlineData("bogus", "bogus")]
    [InlineData("migrate --bogus", "--bogus")]
    [InlineData("receipts import", "FILE")]
    [InlineData("receipts import a.csv b.csv", "b.csv")]
    [InlineData("receipts codes", "--out")]
    [InlineData("receipts codes --out x.csv --from 2026-13-01", "'2026-13-01' is no day such as 2017-06-30")]
    [InlineData("receipts code --store 1 --register 2 --transaction 3", "--date")]
    [InlineData("receipts code --store 65536 --date 2026-01-01 --register 2 --transaction 3", "--store goes from 0 to 65535")]
    [InlineData("receipts code --store x --date 2026-01-01 --register 2 --transaction 3", "'x'")]
    [InlineData("receipts code --store 1 --date 2026-01-01 --register 64 --transaction 3", "--register goes from 0 to 63")]
    [InlineData("receipts code --store 1 --date 2026-01-01 --register 2 --transaction -1", "--transaction goes from 0 to 4095")]
    [InlineData("user add someone@fairview.example", "--role")]
    [InlineData("user add someone@fairview.example --role Owner", "Owner")]
    [InlineData("draw verify", "PATH")]
    [InlineData("draw verify x.zip --commitment 12", "A commitment has 64 hexadecimal digits")]
    [InlineData("migrate --set Nonsense", "'Nonsense' is not NAME=VALUE")]
    public async Task What_was_not_asked_for_rightly_ends_with_2_and_says_what(string command, string because)
    {
        await using var rewards = CommandLineForTests.OnNothing();

        (await rewards.RunsAsync(command.Split(' ', StringSplitOptions.RemoveEmptyEntries))).IsMisused(because);
        Assert.False(File.Exists(rewards.File("rewards.db")));
    }

    [Fact]
    public async Task Help_names_every_command_and_the_version_is_said()
    {
        await using var rewards = CommandLineForTests.OnNothing();

        var help = (await rewards.RunsAsync("--help")).IsDone();
        foreach (var command in (string[])["migrate", "demo", "user", "receipts", "draw"])
        {
            help.Says(command);
        }

        (await rewards.RunsAsync("receipts", "--help")).IsDone().Says("import").Says("codes");
        Assert.Matches(@"^\d+\.\d+\.\d+", (await rewards.RunsAsync("--version")).IsDone().Output);
    }

    [Theory]
    [InlineData("Secrets__Pepper", null, "Secrets:Pepper: is missing")]
    [InlineData("Secrets__DrawKey", "xyz", "Secrets:DrawKey: is not hex")]
    [InlineData("Database__Provider", "Oracle", "Database:Provider: 'Oracle' is none of Sqlite, PostgreSql, SqlServer")]
    [InlineData("Portal__TimeZone", "Mars/Olympus", "Portal:TimeZone: 'Mars/Olympus' is no time zone")]
    [InlineData("Clock__Today", "yesterday", "Clock:Today: 'yesterday' is no day")]
    [InlineData("Receipts__ValidDays", "many", "Receipts:ValidDays")]
    public async Task A_setting_that_is_wrong_is_named_before_anything_is_done(string setting, string? value, string because)
    {
        await using var rewards = CommandLineForTests.OnNothing();
        rewards.Settings.Remove(setting);
        if (value is not null)
        {
            rewards.Settings[setting] = value;
        }

        (await rewards.RunsAsync("migrate")).IsRefused(because);
        Assert.False(File.Exists(rewards.File("rewards.db")));
    }

    [Theory]
    [InlineData("PostgreSql", "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2")]
    [InlineData("Sqlite", "Data Source=/proc/none/rewards.db")]
    public async Task A_database_that_cannot_be_reached_is_said_by_the_name_of_its_setting(string provider, string connection)
    {
        await using var rewards = CommandLineForTests.OnNothing();
        rewards.Settings["Database__Provider"] = provider;
        rewards.Settings["ConnectionStrings__Rewards"] = connection;

        (await rewards.RunsAsync("migrate")).IsRefused("ConnectionStrings:Rewards");
        (await rewards.RunsAsync("receipts", "codes", "--out", rewards.File("codes.csv"))).IsRefused("ConnectionStrings:Rewards");
    }

    [Fact]
    public async Task On_an_old_schema_nothing_is_done_and_the_way_out_is_said()
    {
        await using var rewards = CommandLineForTests.OnNothing();

        (await rewards.RunsAsync("receipts", "codes", "--out", rewards.File("codes.csv"))).IsRefused("Run `rewards migrate`");
        Assert.False(File.Exists(rewards.File("codes.csv")));
    }

    [Fact]
    public async Task Settings_come_from_files_of_the_folder_then_the_environment_then_the_command_line()
    {
        await using var rewards = CommandLineForTests.OnNothing();
        rewards.Settings.Remove("ReceiptCodes__Keys__0");
        await WriteAsync("appsettings.json", 'a');
        var fromFile = await CodeAsync();
        await WriteAsync("appsettings.Production.json", 'b');
        var fromEnvironmentsFile = await CodeAsync();
        rewards.Settings["ReceiptCodes__Keys__0"] = new string('c', 64);
        var fromEnvironment = await CodeAsync();
        var fromCommandLine = await CodeAsync("--set", "ReceiptCodes:Keys:0=" + new string('a', 64));

        Assert.Equal(3, new[] { fromFile, fromEnvironmentsFile, fromEnvironment }.Distinct().Count());
        Assert.Equal(fromFile, fromCommandLine);

        Task WriteAsync(string name, char digit) =>
            File.WriteAllTextAsync(rewards.File(name), $$"""{ "ReceiptCodes": { "Keys": [ "{{new string(digit, 64)}}" ] } }""", TestContext.Current.CancellationToken);

        async Task<string> CodeAsync(params string[] more) => (await rewards.RunsAsync([.. _code, .. more])).IsDone().Output;
    }

    [Fact]
    public async Task In_development_missing_secrets_are_made_once()
    {
        await using var rewards = CommandLineForTests.OnNothing();
        var folder = rewards.Settings["Storage__Folder"];
        rewards.Settings.Clear();
        rewards.Settings["Storage__Folder"] = folder;
        rewards.Settings["DOTNET_ENVIRONMENT"] = "Development";

        var first = (await rewards.RunsAsync(_code)).IsDone().Output;
        Assert.Equal(first, (await rewards.RunsAsync(_code)).IsDone().Output);
        Assert.True(File.Exists(rewards.File("secrets.json")));
    }

    [Theory, EveryDatabase]
    public async Task Migrate_publishes_the_survey_and_the_promotions_once(DatabaseKind database)
    {
        await using var rewards = await CommandLineForTests.OnAsync(database);

        (await rewards.RunsAsync("migrate")).IsDone().Says("The schema is up to date.").Says("the survey 'Your visit', 3 promotions");
        Assert.DoesNotContain("Published", (await rewards.RunsAsync("migrate")).IsDone().Output, StringComparison.Ordinal);

        Assert.Equal(1, await rewards.InDatabaseAsync(db => db.SurveyVersions.CountAsync()));
        Assert.Equal(3, await rewards.InDatabaseAsync(db => db.Promotions.CountAsync()));
    }

    [Fact]
    public async Task Migrate_makes_an_empty_database()
    {
        await using var rewards = CommandLineForTests.OnNothing();

        (await rewards.RunsAsync("migrate")).IsDone().Says("1 migration(s) applied");
        (await rewards.RunsAsync("receipts", "codes", "--out", rewards.File("codes.csv"))).IsDone().Says("0 codes");
    }

    [Fact]
    public async Task A_bundle_is_verified_with_yes_and_one_with_a_changed_byte_with_no()
    {
        await using var rewards = CommandLineForTests.OnNothing();
        rewards.Settings.Clear();
        using var bundle = await new Rewards.Application.Tests.Sweepstakes.SampleBundle(Rewards.Application.Tests.Sweepstakes.SampleBundle.Ceremony)
            .AsFolder(TestContext.Current.CancellationToken);
        var commitment = bundle.Contents.Manifest.Commit().ToString();

        (await rewards.RunsAsync("draw", "verify", bundle.Folder)).IsDone().Says("Yes: everything agrees.").Says("manifest.bin");
        (await rewards.RunsAsync("draw", "verify", bundle.Folder, "--commitment", commitment!)).IsDone();
        (await rewards.RunsAsync("draw", "verify", bundle.Folder, "--commitment", new string('0', 64))).IsRefused("manifest.bin").Says("No.");

        var bytes = await File.ReadAllBytesAsync(bundle.File("entries.csv"), TestContext.Current.CancellationToken);
        bytes[60] ^= 1;
        await File.WriteAllBytesAsync(bundle.File("entries.csv"), bytes, TestContext.Current.CancellationToken);
        (await rewards.RunsAsync("draw", "verify", bundle.Folder)).IsRefused("entries.csv");
        (await rewards.RunsAsync("draw", "verify", rewards.File("none.zip"))).IsRefused("there is no zip and no folder");
    }
}
