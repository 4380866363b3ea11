using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Receipts;

namespace Rewards.Application.Receipts;

/// <summary>Prints the codes of registered receipts again, for tills that cannot: paged by key, in flat memory.</summary>
public sealed class ExportReceiptCodes(RewardsDb db, ReceiptCodes codes)
{
    private const int PageSize = 5000;

    /// <summary>Streams the codes in the order of store, day, register and transaction.</summary>
    /// <param name="filter">Which receipts.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async IAsyncEnumerable<PrintedCode> RunAsync(
        ReceiptFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var after = -1L;
        List<long> page;
        do
        {
            page = await Receipts(filter).Where(r => r.Id > after).OrderBy(r => r.Id).Take(PageSize)
                .Select(r => r.Id).ToListAsync(cancellationToken);
            foreach (var key in page.Select(ReceiptKey.FromId))
            {
                yield return new PrintedCode(key, codes.Print(key));
            }

            after = page.LastOrDefault();
        }
        while (page.Count == PageSize);
    }

    /// <summary>How many there are.</summary>
    public Task<int> CountAsync(ReceiptFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Receipts(filter).CountAsync(cancellationToken);
    }

    private IQueryable<Receipt> Receipts(ReceiptFilter filter)
    {
        var receipts = db.Receipts.AsNoTracking();
        if (filter.StoreNumber is { } store)
        {
            // A store's receipts lie together in the key.
            var (first, next) = (ReceiptKey.FirstIdOf(store), ReceiptKey.FirstIdOf(store + 1));
            receipts = receipts.Where(r => r.Id >= first && r.Id < next);
        }

        receipts = filter.From is { } from ? receipts.Where(r => r.BusinessDay >= from) : receipts;
        return filter.To is { } to ? receipts.Where(r => r.BusinessDay <= to) : receipts;
    }
}

/// <summary>Which receipts.</summary>
/// <param name="From">First business day; null for all before <paramref name="To"/>.</param>
/// <param name="To">Last business day; null for all since <paramref name="From"/>.</param>
/// <param name="StoreNumber">Only this store's; null for all.</param>
public sealed record ReceiptFilter(DateOnly? From, DateOnly? To, int? StoreNumber);

/// <summary>A receipt's code.</summary>
/// <param name="Key">The receipt.</param>
/// <param name="Code">As the till prints it.</param>
public sealed record PrintedCode(ReceiptKey Key, string Code);
