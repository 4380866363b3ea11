using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes.Claims;

/// <summary>Finds a prize that was offered: by the link of who it was offered to, or by its place for the office.</summary>
public sealed class FindClaim(RewardsDb db, Vault vault)
{
    /// <summary>By the link; null for any that was not made here, and for one that nobody was told of.</summary>
    /// <param name="claimId">The claim.</param>
    /// <param name="signature">What the link carries.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<FoundClaim?> ByLinkAsync(Guid claimId, string signature, CancellationToken cancellationToken) =>
        vault.IsPrizeSignature(claimId, signature) ? await One(db.PrizeClaims.Where(c => c.Id == claimId && c.AnswerBy != null)).SingleOrDefaultAsync(cancellationToken) : null;

    /// <summary>The last offer of a prize; null where there is none.</summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="prize">The line of <c>prizes.txt</c>, from 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<FoundClaim?> LatestAsync(string? drawId, int prize, CancellationToken cancellationToken)
    {
        var month = db.Sweepstakes.WithDrawId(drawId).Select(s => s.Id);
        return One(db.PrizeClaims.Where(c => month.Contains(c.SweepstakesId) && c.Prize == prize)).OrderByDescending(f => f.Claim.Turn).FirstOrDefaultAsync(cancellationToken);
    }

    private IQueryable<FoundClaim> One(IQueryable<PrizeClaim> claims) =>
        from claim in claims
        join sweepstakes in db.Sweepstakes on claim.SweepstakesId equals sweepstakes.Id
        join entry in db.SweepstakesEntries on claim.EntryId equals entry.Id
        join shopper in db.Shoppers on claim.ShopperId equals shopper.Id
        select new FoundClaim { Claim = claim, Of = sweepstakes, EnteredOn = entry.EnteredOn, Email = shopper.Email, Language = shopper.Language };
}

/// <summary>A prize that was offered to somebody.</summary>
public sealed record FoundClaim
{
    /// <summary>The offer; tracked.</summary>
    public required PrizeClaim Claim { get; init; }

    /// <summary>Of which sweepstakes.</summary>
    public required MonthlySweepstakes Of { get; init; }

    /// <summary>The day of the entry, in the programme's zone: what the age is counted to.</summary>
    public required DateOnly EnteredOn { get; init; }

    /// <summary>Where the person is written to, if anywhere.</summary>
    public required string? Email { get; init; }

    /// <summary>Of the mail, two letters.</summary>
    public required string Language { get; init; }

    /// <summary>The prize, as in <c>prizes.txt</c>.</summary>
    public string Prize => Of.PrizeList[Claim.Prize - 1];

    /// <summary>What the rules say that it is worth, in cents; 0 where they say nothing.</summary>
    public int ValueCents => Of.PrizeTerms.ValueOf(Claim.Prize);
}
