using System.CommandLine;
using Rewards.Benchmarks;

var provider = new Option<string>("--provider") { Description = "sqlite or postgresql", DefaultValueFactory = _ => "sqlite" };
provider.AcceptOnlyFromAmong("sqlite", "postgresql");
var clients = new Option<int>("--clients") { Description = "Clients at the same time", DefaultValueFactory = _ => 8 };
var count = new Option<int?>("--count") { Description = "How many in all" };

var root = new RootCommand("Measures the portal against the limit of the same machine in the same run (docs/performance.md).")
{
    Command("submit", "Responses sent over HTTP", p => SubmitBenchmark.RunAsync(p.GetValue(provider)!, p.GetValue(clients), p.GetValue(count) ?? 4_000), provider, clients, count),
    Command("redeem", "Vouchers redeemed over HTTP", p => RedeemBenchmark.RunAsync(p.GetValue(provider)!, p.GetValue(clients), p.GetValue(count) ?? 4_000), provider, clients, count),
    Command("balance", "What a card can spend, of a long ledger and a short one", p => BalanceBenchmark.RunAsync(p.GetValue(provider)!, p.GetValue(count) ?? 10_000), provider, count),
    Command("draw", "Entries frozen and ranked", p => Task.FromResult(DrawBenchmark.Run(p.GetValue(count) ?? 1_000_000)), count),
    Command("month", "A whole month of entries settled, drawn, published, and verified from what is published", p => MonthBenchmark.RunAsync(p.GetValue(provider)!, p.GetValue(count) ?? 1_000_000), provider, count),
    Command("seal", "Rows linked by the audit", p => AuditBenchmark.SealAsync(p.GetValue(provider)!, p.GetValue(count) ?? 50_000), provider, count),
    Command("verify", "Links of the audit verified", p => AuditBenchmark.VerifyAsync(p.GetValue(provider)!, p.GetValue(count) ?? 50_000), provider, count),
    Command("import", "Receipts imported", p => ImportBenchmark.RunAsync(p.GetValue(provider)!, BenchmarkData.Receipts2017), provider),
};
return await root.Parse(args).InvokeAsync();

static Command Command(string name, string description, Func<ParseResult, Task<Report>> run, params Option[] options)
{
    var command = new Command(name, description);
    foreach (var option in options)
    {
        command.Options.Add(option);
    }

    command.SetAction(async (parsed, _) =>
    {
        (await run(parsed)).Print();
        return 0;
    });
    return command;
}
