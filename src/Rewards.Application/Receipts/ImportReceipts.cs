using System.Globalization;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Receipts;
using Rewards.Domain.Stores;

namespace Rewards.Application.Receipts;

/// <summary>
/// Takes a file of receipts in: one core reads ahead while the other writes, each batch in a transaction of its own. A receipt
/// that is there already is counted and left as it is, so a file can be imported again, also after a crash: nothing is lost or
/// doubled. A store that is not known yet is added.
/// </summary>
public sealed class ImportReceipts(RewardsDb db, DatabaseProvider provider, ChainSettings chain)
{
    private const int BatchSize = 10_000;
    private const int BatchesAhead = 2;

    /// <summary>Imports a file; what was accepted before it stops stays.</summary>
    /// <param name="path">CSV, packed by gzip or not.</param>
    /// <param name="rejectsPath">Where rejected lines go, replaced; null for <c>NAME.rejects.csv</c> beside the file.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    public async Task<ImportSummary> RunAsync(
        string path, string? rejectsPath, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var tally = new Tally();
        using var rejects = new RejectsFile(rejectsPath ?? RejectsFile.Beside(path));
        var stopped = rejects.IsSameAs(path)
            ? new RejectsFileIsInput(path)
            : await ReadFileAsync(path, rejects, tally, progress, cancellationToken);
        return new ImportSummary(
            tally.Accepted, tally.Duplicate, rejects.Count, tally.NewStores, rejects.Count > 0 ? rejects.Path : null, stopped);
    }

    private async Task<Error?> ReadFileAsync(
        string path, RejectsFile rejects, Tally tally, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            return new ReceiptFileIsFolder(path);
        }

        if (!File.Exists(path))
        {
            return new ReceiptFileMissing(path);
        }

        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            var mustBePacked = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
            var opened = await ReceiptReader.OpenAsync(file, mustBePacked, cancellationToken);
            if (opened.IsRefused(out var error, out var reader))
            {
                return error;
            }

            using (reader)
            {
                rejects.Forget();
                return await ImportAsync(new Source(path, file, reader, rejects), tally, progress, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ReceiptFileInaccessible(path, exception.Message);
        }
    }

    private async Task<Error?> ImportAsync(
        Source source, Tally tally, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var known = (await db.Stores.Select(s => s.Number).ToListAsync(cancellationToken)).ToHashSet();
        var batches = Channel.CreateBounded<Batch>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => ReadAsync(source, batches.Writer, ended.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
            {
                tally.NewStores += await AddStoresAsync(batch, known, cancellationToken);
                var accepted = await provider.RegisterReceiptsAsync(db, batch.Receipts, cancellationToken);
                tally.Accepted += accepted;
                tally.Duplicate += batch.Duplicates + batch.Receipts.Count - accepted;
                progress?.Report(new ImportProgress(batch.Line, batch.Share));
            }

            return await reading;
        }
        finally
        {
            // Whichever way the writing ended, the file is closed only once nobody reads it.
            await ended.CancelAsync();
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<Error?> ReadAsync(Source source, ChannelWriter<Batch> batches, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            return await ReadBatchesAsync(source, batches, cancellationToken);
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }
        finally
        {
            batches.TryComplete(failure);
        }
    }

    private static async Task<Error?> ReadBatchesAsync(Source source, ChannelWriter<Batch> batches, CancellationToken cancellationToken)
    {
        var batch = new Batch(BatchSize);
        Error? stopped = null;
        try
        {
            while (stopped is null && source.Reader.TryRead(out var line))
            {
                if (line.Receipt is not { } receipt)
                {
                    stopped = source.Rejects.Add(line);
                    continue;
                }

                batch.Add(receipt);
                if (batch.Receipts.Count == BatchSize)
                {
                    await batches.WriteAsync(batch.End(source), cancellationToken);
                    batch = new Batch(BatchSize);
                }
            }
        }
        catch (InvalidDataException)
        {
            stopped = new ReceiptFileDamaged(source.Reader.LineNumber + 1);
        }

        await batches.WriteAsync(batch.End(source), cancellationToken);
        return stopped;
    }

    private async Task<int> AddStoresAsync(Batch batch, HashSet<int> known, CancellationToken cancellationToken)
    {
        var added = 0;
        foreach (var number in batch.Receipts.Select(r => r.StoreNumber).Distinct().Where(n => !known.Contains(n)).Order().ToList())
        {
            db.Stores.Add(new Store(number, string.Create(CultureInfo.InvariantCulture, $"Store {number}"), "", chain.TimeZone));
            added++;
            known.Add(number);
        }

        if (added > 0)
        {
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        return added;
    }

    private sealed record Source(string Path, FileStream File, ReceiptReader Reader, RejectsFile Rejects);

    private sealed class Tally
    {
        public long Accepted { get; set; }

        public long Duplicate { get; set; }

        public int NewStores { get; set; }
    }

    /// <summary>Receipts that are written together, no two of the same id.</summary>
    private sealed class Batch(int size)
    {
        private readonly HashSet<long> _ids = new(size);

        public List<Receipt> Receipts { get; } = new(size);

        public int Duplicates { get; private set; }

        public long Line { get; private set; }

        public double? Share { get; private set; }

        public void Add(Receipt receipt)
        {
            if (_ids.Add(receipt.Id))
            {
                Receipts.Add(receipt);
            }
            else
            {
                Duplicates++;
            }
        }

        /// <summary>In the order of the key, in which the database takes them fastest.</summary>
        public Batch End(Source source)
        {
            Receipts.Sort((a, b) => a.Id.CompareTo(b.Id));
            Line = source.Reader.LineNumber;
            Share = source.File is { CanSeek: true, Length: > 0 } file ? (double)file.Position / file.Length : null;
            return this;
        }
    }
}

/// <summary>How far an import is.</summary>
/// <param name="Lines">Lines read and done with.</param>
/// <param name="Share">Of the file, 0 to 1; null where its length is not known.</param>
public sealed record ImportProgress(long Lines, double? Share);

/// <summary>What became of a file.</summary>
/// <param name="Accepted">Receipts that are registered now.</param>
/// <param name="Duplicate">Receipts that were registered before or stand in the file twice.</param>
/// <param name="Rejected">Lines that are no receipt.</param>
/// <param name="NewStores">Stores that were not known; added with a name to be changed.</param>
/// <param name="RejectsPath">Where the rejected lines stand; null where there are none.</param>
/// <param name="Stopped">Why the rest was not read; null where the file was read to its end.</param>
public sealed record ImportSummary(long Accepted, long Duplicate, long Rejected, int NewStores, string? RejectsPath, Error? Stopped)
{
    /// <summary>Lines that were read, the header not counted.</summary>
    public long Lines => Accepted + Duplicate + Rejected;
}
