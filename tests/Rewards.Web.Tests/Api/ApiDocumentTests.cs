using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rewards.Domain.Receipts;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Rewards.Web.Tests.Architecture;
using Xunit;

namespace Rewards.Web.Tests.Api;

/// <summary>The description of the interface: known to the letter, true to the codes, and good enough to make a client of.</summary>
public partial class ApiDocumentTests
{
    private static readonly string _snapshot = Path.Combine(House.Root.FullName, "docs", "openapi.json");

    [Fact]
    public async Task The_description_changes_only_on_purpose()
    {
        await using var till = await TillForTests.OpenAsync(DatabaseKind.Sqlite);

        var now = (await till.Gets("/openapi/v1.json", token: "")).Text.ReplaceLineEndings("\n").Trim();

        var kept = File.Exists(_snapshot) ? (await File.ReadAllTextAsync(_snapshot, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").Trim() : "";
        if (now != kept)
        {
            await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "openapi.json"), now + "\n", TestContext.Current.CancellationToken);
        }

        Assert.True(now == kept, $"docs/openapi.json is not what the portal says: copy {Path.Combine(AppContext.BaseDirectory, "openapi.json")} there if it should be.");
    }

    [Fact]
    public async Task Every_code_in_it_is_one_of_ours_with_its_status()
    {
        await using var till = await TillForTests.OpenAsync(DatabaseKind.Sqlite);
        var rows = Row().Matches(await File.ReadAllTextAsync(Path.Combine(House.Root.FullName, "docs", "api.md"), TestContext.Current.CancellationToken))
            .Select(m => (m.Groups[1].Value, m.Groups[2].Value)).ToHashSet();

        var said = Operations((await till.Gets("/openapi/v1.json", token: "")).Json)
            .SelectMany(o => o.Operation.GetProperty("responses").EnumerateObject())
            .Where(r => r.Name[0] == '4')
            .SelectMany(r => Code().Matches(r.Value.GetProperty("description").GetString()!).Select(m => (m.Groups[1].Value, r.Name)))
            .Distinct().ToList();

        Assert.InRange(said.Count, 40, int.MaxValue);
        Assert.Empty(said.Except(rows));
    }

    [Theory, EveryDatabase]
    public async Task Whatever_is_sent_to_whichever_address_nothing_fails_and_no_money_moves(DatabaseKind database)
    {
        await using var till = await TillForTests.OpenAsync(database, new PortalSetup
        {
            Promotions = [PortalSetup.Voucher(cents: 1_000), PortalSetup.FuelPoints()],
            Settings = { ["Throttle:PerClient"] = "100000", ["Throttle:PortalPerHour"] = "1000000" },
        });
        var voucher = await till.Portal.Below.VoucherAsync();
        var driver = till.Portal.Below.Driver();
        var receipt = Domain.Receipts.ReceiptKey.FromId(await driver.Earns(500));
        var known = new Dictionary<string, string>
        {
            ["card"] = driver.Card,
            ["receipt"] = FormattableString.Invariant($"{receipt.StoreNumber}.{receipt.BusinessDay:yyyy-MM-dd}.{receipt.Register}.{receipt.Transaction}"),
        };
        var document = (await till.Gets("/openapi/v1.json", token: "")).Json;
        var count = 0;
        foreach (var (method, path, operation) in Operations(document))
        {
            foreach (var part in new[] { known.GetValueOrDefault(Hole().Match(path).Value.Trim('{', '}'), voucher.Code), "x", "%F0%9F%98%80", "%EF%BF%BF", "..%2f..", Guid.Empty.ToString(), "-1", new string('9', 300) })
            {
                var address = Hole().Replace(path, part) + (path.Contains("stores", StringComparison.Ordinal) ? "?date=9999-12-31" : "");
                foreach (var body in operation.TryGetProperty("requestBody", out var described) ? Bodies(document, described) : [null])
                {
                    using var content = body is null ? null : new StringContent(body, Encoding.UTF8, path.EndsWith("batch", StringComparison.Ordinal) ? "application/x-ndjson" : "application/json");
                    var answer = await till.SendsAsync(new HttpMethod(method.ToUpperInvariant()), address, content, "fuzz " + count++, null);
                    Assert.True(
                        (int)answer.Status is >= 400 and < 500 || path.EndsWith("batch", StringComparison.Ordinal) || method == "get" || path.EndsWith("holds", StringComparison.Ordinal),
                        $"{method} {address} {body}: {answer.Said}");
                    Assert.True((int)answer.Status < 500, $"{method} {address} {body}: {answer.Said}");
                    Assert.True(answer.Type is "application/json" or "application/problem+json" or "application/x-ndjson", $"{method} {address}: {answer.Type}");
                }
            }
        }

        Assert.InRange(count, 500, 100_000);
        Assert.Equal((1_000, 1_000), await till.Portal.Below.BalanceAsync(voucher));
        Assert.Empty(await till.Portal.Below.AllAsync<Redemption>());
        Assert.Equal(500, (await driver.Balance()).Points);
        Assert.Empty(await till.Portal.Below.AllAsync<Domain.FuelPoints.Refund>());
    }

    [Fact]
    public async Task A_client_that_is_generated_from_it_runs_a_tills_day()
    {
        var folder = Path.Combine(House.Root.FullName, "tests", "Rewards.Web.Tests", "Client");
        await using var till = await TillForTests.OpenAsync(
            DatabaseKind.Sqlite, new PortalSetup { Promotions = [PortalSetup.Voucher(cents: 1_000), PortalSetup.FuelPoints(250)] });
        var work = Directory.CreateTempSubdirectory("till-day");
        try
        {
            foreach (var file in new[] { "package.json", "package-lock.json", "tsconfig.json", "day.ts", "node.d.ts" })
            {
                File.Copy(Path.Combine(folder, file), Path.Combine(work.FullName, file));
            }

            await RunAsync(work.FullName, "npm", "ci", "--no-audit", "--no-fund");
            await File.WriteAllTextAsync(Path.Combine(work.FullName, "v1.json"), (await till.Gets("/openapi/v1.json", token: "")).Text, TestContext.Current.CancellationToken);
            await RunAsync(work.FullName, "node", "node_modules/openapi-typescript/bin/cli.js", "v1.json", "-o", "api.d.ts");
            await RunAsync(work.FullName, "node", "node_modules/typescript/bin/tsc");
            var said = await RunAsync(
                work.FullName, "node", "out/day.js", till.Portal.Http.BaseAddress!.ToString().TrimEnd('/'), till.Token, "2026-03-10T09:30:00", $"{StoreNumbers.Princeton}");

            Assert.Equal(
                """{"redeemed":{"count":1,"cents":1000},"reversed":{"count":1,"cents":1000},"net":0,"points":{"first":250,"spent":200,"taken":50,"last":200},"refused":["voucher-code-slip","loyalty-card-unknown"]}""", said.Trim());
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static IEnumerable<(string Method, string Path, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (operation.Name, path.Name, operation.Value);

    // Every member in turn with a value of each kind; then whole bodies that are none.
    private static IEnumerable<string?> Bodies(JsonElement document, JsonElement described)
    {
        var schema = described.GetProperty("content").EnumerateObject().First().Value.GetProperty("schema");
        var names = schema.TryGetProperty("$ref", out var reference)
            ? document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1])
                .GetProperty("properties").EnumerateObject().Select(p => p.Name).ToList()
            : ["store"];
        string[] values =
        [
            "null", "true", "-1", "1.5", "2147483648", "1e400", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"😀\"", "[]", "{}", "[[[[[[[[[[[[]]]]]]]]]]]]",
            $"\"{new string('x', 3_000)}\"",
        ];
        foreach (var name in names)
        {
            foreach (var value in values)
            {
                yield return $"{{\"{name}\":{value}}}";
                yield return $"{{{string.Join(',', names.Select(n => $"\"{n}\":{(n == name ? value : "1")}"))}}}";
            }

            yield return $"{{\"{name}\":1,\"{name}\":1}}";
        }

        foreach (var body in new[] { "", "null", "[]", "1", "\"", "{\"a\":1}", "\u0000", "{\"\\ud800\":1}", new string('[', 10_000), new string(' ', 70_000) })
        {
            yield return body;
        }
    }

    private static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var wrong = await errors;
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {output} {wrong}");
        return output;
    }

    [GeneratedRegex(@"^\| `([^`]+)` \| (\d{3}) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();
}
