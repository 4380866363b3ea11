using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes.Claims;

/// <summary>
/// The list of winners as states ask for it: each prize, its value, when it was won and by whom, as far as the prize was accepted. Who
/// downloads it is in the audit.
/// </summary>
public sealed class ExportWinners(RewardsDb db, Vault vault, RecordAct record, ChainSettings chain)
{
    /// <summary>Writes it as a table: a line a prize, who has it last. Refuses with <c>sweepstakes-unknown</c>, also before the draw.</summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="officer">Who downloads it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<byte[]>> RunAsync(string? drawId, Guid officer, CancellationToken cancellationToken)
    {
        var month = await db.Sweepstakes.AsNoTracking().WithDrawId(drawId).SingleOrDefaultAsync(s => s.Status == SweepstakesStatus.Drawn, cancellationToken);
        if (month is null)
        {
            return new SweepstakesUnknown();
        }

        var claims = await db.PrizeClaims.Last().AsNoTracking().Where(c => c.SweepstakesId == month.Id).OrderBy(c => c.Prize).ToListAsync(cancellationToken);
        record.Add(AuditAct.WinnersExported, officer, AuditSubject.Of(month.Id), ("name", month.DrawId), ("count", claims.Count));
        await db.SaveChangesAsync(cancellationToken);
        return Csv.Write(
            ["prize", "what", "value", "won", "status", "name", "street", "city", "state", "zip", "publicName", "entry"],
            claims.Select(object?[] (c) =>
            {
                var winner = c is { Status: PrizeClaimStatus.Accepted or PrizeClaimStatus.Fulfilled, SealedAnswer: { } answer } ? vault.OpenJson<ClaimAnswer>(answer, c.Id) : null;
                var address = winner?.Address;
                return
                [
                    c.Prize,
                    PrizeName.Of(month.PrizeList[c.Prize - 1]).In(Domain.Language.All[0]),
                    Csv.Money(month.PrizeTerms.ValueOf(c.Prize)),
                    Zone.DayOf(c.OfferedAt, chain.TimeZone),
                    c.Status.ToString(),
                    winner?.LegalName,
                    winner?.StreetLine,
                    address?.City,
                    address?.State,
                    address?.Zip,
                    c.PublicName,
                    Convert.ToHexStringLower(c.EntryId),
                ];
            }));
    }
}
