using CsvHelper;
using Rewards.Domain;
using Rewards.Domain.Receipts;

namespace Rewards.Application.Receipts;

/// <summary>The lines of an import that are no receipts, with number and reason; made with the first of them.</summary>
/// <param name="path">Where it is made; what stands there is replaced.</param>
internal sealed class RejectsFile(string path) : IDisposable
{
    private CsvWriter? _csv;

    /// <summary>Where it is.</summary>
    public string Path { get; } = path;

    /// <summary>How many lines it has.</summary>
    public long Count { get; private set; }

    /// <summary>Beside the imported file: <c>NAME.rejects.csv</c>.</summary>
    public static string Beside(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        foreach (var ending in (string[])[".gz", ".csv"])
        {
            name = name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name[..^ending.Length] : name;
        }

        return System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path) ?? "", name + ".rejects.csv");
    }

    /// <summary>Whether it would be written over the file that is read.</summary>
    public bool IsSameAs(string other) => System.IO.Path.GetFullPath(Path) == System.IO.Path.GetFullPath(other);

    /// <summary>Removes what an import before left, so that nobody takes it for this one's.</summary>
    public void Forget() => File.Delete(Path);

    /// <summary>Takes a line down.</summary>
    /// <returns>The refusal where the file cannot be written, else null.</returns>
    public Error? Add(ReceiptLine line)
    {
        try
        {
            _csv ??= Begin();
            _csv.WriteField(line.Number);
            _csv.WriteField(line.Reason);
            _csv.WriteField(line.Text);
            _csv.EndRecord();
            Count++;
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ReceiptFileInaccessible(Path, exception.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _csv?.Dispose();

    private CsvWriter Begin()
    {
        var csv = CsvWriter.Create(new FileStream(Path, FileMode.Create, FileAccess.Write));
        csv.WriteHeader("line", "reason", "text");
        return csv;
    }
}
