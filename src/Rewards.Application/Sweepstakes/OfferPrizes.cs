using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Mail;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Offers prizes to people: winners as drawn, or alternates who are called. Whoever has an e-mail address is told by it and has until the end of
/// the rules' days to answer; with the others the days begin when the office has told them. Adds to the caller's save.
/// </summary>
public sealed class OfferPrizes(RewardsDb db, PortalSettings settings, TimeProvider clock)
{
    // Databases bear only so many parameters in one statement.
    private const int ShoppersAtOnce = 500;

    /// <summary>Offers them.</summary>
    /// <param name="sweepstakes">Of which sweepstakes.</param>
    /// <param name="offers">Each prize with whom it is offered to.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<PrizeClaim>> AddAsync(MonthlySweepstakes sweepstakes, IEnumerable<PrizeOffer> offers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sweepstakes);
        var now = clock.GetUtcNow().UtcDateTime;
        var answerBy = AnswerBy(now, sweepstakes.ClaimDays, settings.Portal.TimeZone);
        var claims = new List<PrizeClaim>();
        foreach (var some in offers.Chunk(ShoppersAtOnce))
        {
            var ids = some.Select(o => o.ShopperId).ToList();
            var reachable = await db.Shoppers.Where(s => ids.Contains(s.Id) && s.Email != null)
                .Select(s => new { s.Id, s.Email, s.Language }).ToDictionaryAsync(s => s.Id, cancellationToken);
            foreach (var offer in some)
            {
                var told = reachable.GetValueOrDefault(offer.ShopperId);
                var claim = new PrizeClaim(
                    Guid.CreateVersion7(clock.GetUtcNow()), sweepstakes.Id, offer.Prize, offer.Turn, offer.EntryId, offer.ShopperId, now, told is null ? null : answerBy);
                claims.Add(claim);
                if (told is not null)
                {
                    // The mail bears the id of the claim that it tells of: nobody is told twice, and each is found by its key.
                    db.OutboxMails.Add(new OutboxMail(claim.Id, MailKind.Winner, claim.Id, told.Email!, told.Language, now));
                }
            }
        }

        db.PrizeClaims.AddRange(claims);
        return claims;
    }

    /// <summary>The end of the last day to answer, in the programme's zone, UTC, exclusive; whoever is told today has all of the days that follow.</summary>
    public static DateTime AnswerBy(DateTime toldAt, int claimDays, string timeZone) =>
        Zone.StartOf(Zone.DayOf(toldAt, timeZone).AddDays(claimDays + 1), timeZone);
}

/// <summary>A prize and whom it is offered to.</summary>
/// <param name="Prize">The line of <c>prizes.txt</c>, from 1.</param>
/// <param name="Turn">1 for the winner as drawn.</param>
/// <param name="EntryId">16 bytes.</param>
/// <param name="ShopperId">The person.</param>
public readonly record struct PrizeOffer(int Prize, int Turn, byte[] EntryId, Guid ShopperId);
