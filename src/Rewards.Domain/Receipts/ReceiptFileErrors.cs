namespace Rewards.Domain.Receipts;

/// <summary>There is no file of that name.</summary>
/// <param name="Path">As given.</param>
public sealed record ReceiptFileMissing(string Path) : Error("receipt-file-missing", ErrorKind.NotFound)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Path];
}

/// <summary>The path is a folder's.</summary>
/// <param name="Path">As given.</param>
public sealed record ReceiptFileIsFolder(string Path) : Error("receipt-file-is-folder", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Path];
}

/// <summary>The file cannot be read or written.</summary>
/// <param name="Path">As given.</param>
/// <param name="Why">In the system's words.</param>
public sealed record ReceiptFileInaccessible(string Path, string Why) : Error("receipt-file-inaccessible", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Path, Why];
}

/// <summary>Nothing stands in the file.</summary>
public sealed record ReceiptFileEmpty() : Error("receipt-file-empty", ErrorKind.Invalid);

/// <summary>Its name ends with .gz, its content is not gzip.</summary>
public sealed record ReceiptFileNotGzip() : Error("receipt-file-not-gzip", ErrorKind.Invalid);

/// <summary>The packed file is cut off or damaged: the lines before were read.</summary>
/// <param name="Line">The first line that cannot be read.</param>
public sealed record ReceiptFileDamaged(long Line) : Error("receipt-file-damaged", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Line];
}

/// <summary>The first line does not name the columns.</summary>
/// <param name="Expected">As it should be.</param>
/// <param name="Found">As it begins.</param>
public sealed record ReceiptFileHeaderWrong(string Expected, string Found) : Error("receipt-file-header-wrong", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Expected, Found];
}

/// <summary>The rejected lines would be written over the file that is imported.</summary>
/// <param name="Path">As given.</param>
public sealed record RejectsFileIsInput(string Path) : Error("rejects-file-is-input", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Path];
}
