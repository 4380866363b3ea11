using System.IO.Compression;
using System.IO.Pipelines;
using System.Text;
using CsvHelper;
using Rewards.Domain;
using Rewards.Domain.Receipts;

namespace Rewards.Application.Receipts;

/// <summary>
/// Reads receipts from CSV, packed by gzip or not, in memory that does not grow with the file. A line that is no receipt
/// costs only itself: no field goes over a line end, so a stray quote cannot swallow what follows.
/// </summary>
public sealed class ReceiptReader : IDisposable
{
    /// <summary>The longest line that is looked at, in bytes.</summary>
    public const int LongestLine = 64 * 1024;

    private const int BufferSize = 64 * 1024;
    private const int ShownOfALine = 500;

    private static readonly string _header = string.Join(',', ReceiptFields.Columns);

    private readonly CsvReader _csv;
    private bool _isMalformed;

    private ReceiptReader(Stream stream) =>
        _csv = CsvReader.Create(new LineLimit(stream, LongestLine), new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            AllowLineBreaksInQuotes = false,
            TrackLineNumbers = true,
            OnMalformedRecord = _ => _isMalformed = true,
        });

    /// <summary>
    /// Starts on a stream and reads the header. Refuses with <c>receipt-file-empty</c>, <c>receipt-file-not-gzip</c>,
    /// <c>receipt-file-damaged</c>, <c>receipt-file-header-wrong</c>.
    /// </summary>
    /// <param name="stream">At its start; closed with the reader.</param>
    /// <param name="mustBePacked">Whether its name says gzip; else its first bytes tell.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<Outcome<ReceiptReader>> OpenAsync(Stream stream, bool mustBePacked, CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: BufferSize));
        var start = (await pipe.ReadAtLeastAsync(2, cancellationToken)).Buffer;
        var isEmpty = start.IsEmpty;
        var isPacked = start.Length >= 2 && start.FirstSpan is [0x1F, 0x8B, ..];
        pipe.AdvanceTo(start.Start);
        if (isEmpty || (mustBePacked && !isPacked))
        {
            await pipe.CompleteAsync();
            return isEmpty ? new ReceiptFileEmpty() : new ReceiptFileNotGzip();
        }

        var bytes = pipe.AsStream();
        var reader = new ReceiptReader(isPacked ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
        if (reader.HeaderRefusal() is { } refusal)
        {
            reader.Dispose();
            return refusal;
        }

        return reader;
    }

    /// <summary>The number of the line read last, counted from 1.</summary>
    public long LineNumber => _csv.LineNumber;

    /// <summary>Reads the next line that is not empty.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">The packed file is cut off or damaged after the line read last.</exception>
    public bool TryRead(out ReceiptLine line)
    {
        _isMalformed = false;
        if (!_csv.Read())
        {
            line = default;
            return false;
        }

        Receipt? receipt = null;
        var wrong = _csv.RawRecord.Length > LongestLine ? $"is longer than {LongestLine} bytes"
            : _isMalformed ? "has a quote out of place"
            : null;
        if (wrong is null)
        {
            receipt = ReceiptFields.Read(_csv, out wrong);
        }

        line = new ReceiptLine(_csv.LineNumber, receipt, wrong, wrong is null ? null : Start(ShownOfALine));
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();

    private Error? HeaderRefusal()
    {
        try
        {
            return !_csv.Read() ? new ReceiptFileEmpty()
                : Start(ShownOfALine) is var found && found == _header ? null
                : new ReceiptFileHeaderWrong(_header, ReceiptFields.Shown(found, 200));
        }
        catch (InvalidDataException)
        {
            return new ReceiptFileDamaged(1);
        }
    }

    private string Start(int bytes) => Encoding.UTF8.GetString(_csv.RawRecord[..Math.Min(bytes, _csv.RawRecord.Length)]);
}
