namespace Rewards.Benchmarks;

/// <summary>Files that the benchmarks read.</summary>
internal static class BenchmarkData
{
    /// <summary>The receipts of 2017, in the checkout that this was built from.</summary>
    public static FileInfo Receipts2017
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rewards.sln")))
            {
                folder = folder.Parent;
            }

            return new FileInfo(Path.Combine(folder?.FullName ?? ".", "tests", "data", "receipts-2017.csv.gz"));
        }
    }
}
