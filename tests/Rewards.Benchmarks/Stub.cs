namespace Rewards.Benchmarks;
internal static class RedeemBenchmark { public static Task<Report> RunAsync(string a,int b,int c)=>throw new InvalidOperationException(); }
internal static class ImportBenchmark { public static Task<Report> RunAsync(string a,FileInfo b)=>throw new InvalidOperationException(); }
