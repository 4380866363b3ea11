using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Codes;
using Rewards.Domain.Surveys;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>
/// Finds vouchers for the office: by the whole code, typed or scanned; by its last group; or by the reference of the feedback that
/// earned them. Whole codes that are nobody's count as everywhere (<see cref="FindVoucher"/>).
/// </summary>
public sealed class SearchVouchers(RewardsDb db, FindVoucher find, ChainSettings chain, TimeProvider clock)
{
    /// <summary>The most that are listed, the latest first.</summary>
    public const int Most = 20;

    /// <summary>Searches. Refuses as <see cref="FindVoucher"/> does, and with <c>vouchers-none</c>.</summary>
    /// <param name="typed">As typed or scanned.</param>
    /// <param name="client">The client's address.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<IReadOnlyList<ListedVoucher>>> RunAsync(string? typed, string client, CancellationToken cancellationToken)
    {
        IQueryable<Voucher> those;
        if (ResponseReference.TryRead(typed, out var reference, out _))
        {
            those =
                from voucher in db.Vouchers
                join award in db.Awards on voucher.AwardId equals award.Id
                join response in db.Responses on award.ResponseId equals response.Id
                where response.Reference == reference
                select voucher;
        }
        else if (EndingOf(typed) is { } ending)
        {
            those = db.Vouchers.Where(v => v.Ending == ending);
        }
        else if ((await find.RunAsync(typed, client, cancellationToken)).IsRefused(out var refusal, out var one))
        {
            return refusal;
        }
        else
        {
            those = db.Vouchers.Where(v => v.Id == one.Id);
        }

        var today = Zone.DayOf(clock.GetUtcNow().UtcDateTime, chain.TimeZone);
        var found = await those.AsNoTracking().OrderByDescending(v => v.IssuedAt).ThenBy(v => v.Id).Take(Most).ToListAsync(cancellationToken);
        return found.Count == 0 ? new VouchersNone() : found.Select(v => ListedVoucher.Of(v, today)).ToList();
    }

    // The last group as pages write it: "…97A4".
    private static string? EndingOf(string? typed)
    {
        var text = typed?.Trim().TrimStart('…', '.', '-').ToUpperInvariant() ?? "";
        return text.Length == GroupedCode.GroupLength && text.All(char.IsAsciiLetterOrDigit) ? text : null;
    }
}
