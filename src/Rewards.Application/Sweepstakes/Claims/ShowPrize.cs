using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes.Claims;

/// <summary>A prize for the office: to whom it was offered, turn by turn, and what is to be done next. Nothing of the sealed answer.</summary>
public sealed class ShowPrize(RewardsDb db, FindClaim find, CountPrizes count, PortalSettings settings, TimeProvider clock)
{
    /// <summary>Shows it; null where it was offered to nobody.</summary>
    /// <param name="drawId">Which month.</param>
    /// <param name="prize">The line of <c>prizes.txt</c>, from 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<OfficePrize?> RunAsync(string? drawId, int prize, CancellationToken cancellationToken)
    {
        if (await find.LatestAsync(drawId, prize, cancellationToken) is not { } found)
        {
            return null;
        }

        var (claim, now) = (found.Claim, clock.GetUtcNow().UtcDateTime);
        var turns = await (
            from turn in db.PrizeClaims.AsNoTracking()
            where turn.SweepstakesId == found.Of.Id && turn.Prize == prize
            join shopper in db.Shoppers on turn.ShopperId equals shopper.Id
            from mail in db.OutboxMails.Where(m => m.Id == turn.Id).DefaultIfEmpty()
            orderby turn.Turn descending
            select new { Claim = turn, shopper.Email, shopper.LoyaltyCard, SentAt = (DateTime?)mail.SentAt }).ToListAsync(cancellationToken);
        var people = (Guid?[])[claim.CheckedBy, claim.FulfilledBy];
        var names = await db.Users.Where(u => people.Contains(u.Id)).Select(u => new { u.Id, u.UserName }).ToDictionaryAsync(u => u.Id, u => u.UserName, cancellationToken);
        var (year, before) = await count.BesideAsync(claim, now, cancellationToken);
        return new OfficePrize(
            found.Of.DrawId,
            found.Prize,
            found.ValueCents,
            found.Of.Terms,
            [.. turns.Select(t => new PrizeTurn(
                t.Claim.Turn,
                Convert.ToHexStringLower(t.Claim.EntryId),
                Shopper.MaskedName(t.Email, t.LoyaltyCard),
                t.Claim.Status,
                t.Claim.Declines,
                t.Claim.OfferedAt,
                t.SentAt ?? t.Claim.ToldAt,
                t.Claim.AnswerBy,
                t.Claim.AnsweredAt))],
            claim,
            found.Email is not null,
            claim.Status == PrizeClaimStatus.Offered && (claim.ToldAt is not null || !ForfeitUnanswered.IsTold(
                claim, turns[0].SentAt ?? now, found.Of.ClaimDays, settings.Portal.TimeZone)),
            await db.ClaimFiles.Where(f => f.ClaimId == claim.Id).OrderBy(f => f.Number).Select(f => new HandedIn(f.Number, f.Type, f.AddedAt)).ToListAsync(cancellationToken),
            NameOf(claim.CheckedBy),
            NameOf(claim.FulfilledBy),
            claim.VoucherId is { } voucher ? await db.Vouchers.Where(v => v.Id == voucher).Select(v => v.Ending).SingleAsync(cancellationToken) : null,
            year,
            before);

        Officer? NameOf(Guid? id) => id is { } who ? new Officer(who, names.GetValueOrDefault(who)) : null;
    }
}

/// <summary>A prize for the office.</summary>
/// <param name="DrawId">Of which month.</param>
/// <param name="Prize">As in <c>prizes.txt</c>.</param>
/// <param name="ValueCents">By the rules; 0 where they say nothing.</param>
/// <param name="Terms">What of the rules is checked.</param>
/// <param name="Turns">To whom it was offered, the latest first.</param>
/// <param name="Claim">The latest of them.</param>
/// <param name="HasEmail">Whether that person is written to by mail.</param>
/// <param name="MayBeToldByHand">Whether no mail told them in time.</param>
/// <param name="Files">Pages that were handed in.</param>
/// <param name="CheckedBy">Who accepted it.</param>
/// <param name="FulfilledBy">Who handed it over.</param>
/// <param name="VoucherEnding">The last group of the voucher's code.</param>
/// <param name="Tax">The year that it counts for.</param>
/// <param name="GivenBeforeCents">What else the person was given in that year.</param>
public sealed record OfficePrize(
    string DrawId,
    string Prize,
    int ValueCents,
    EntryTerms Terms,
    IReadOnlyList<PrizeTurn> Turns,
    PrizeClaim Claim,
    bool HasEmail,
    bool MayBeToldByHand,
    IReadOnlyList<HandedIn> Files,
    Officer? CheckedBy,
    Officer? FulfilledBy,
    string? VoucherEnding,
    TaxYear Tax,
    long GivenBeforeCents)
{
    /// <summary>What the prize counts for the year: as handed over, else by the rules.</summary>
    public int CountedCents => Claim.FulfilledAt is null ? ValueCents : Claim.GivenCents;

    /// <summary>Whether the person's prizes of the year are reported, with this one.</summary>
    public bool IsReported => Tax.Reports(GivenBeforeCents + CountedCents);
}

/// <summary>To whom a prize was offered.</summary>
/// <param name="Turn">1 for the winner as drawn.</param>
/// <param name="EntryId">In hex.</param>
/// <param name="Shopper">Masked.</param>
/// <param name="Status">Where it stands, or ended.</param>
/// <param name="Declines">Whether the person does not want it.</param>
/// <param name="OfferedAt">UTC.</param>
/// <param name="ToldAt">When the mail went out, or they were told by hand, UTC.</param>
/// <param name="AnswerBy">UTC, exclusive.</param>
/// <param name="AnsweredAt">UTC.</param>
public sealed record PrizeTurn(
    int Turn,
    string EntryId,
    string Shopper,
    PrizeClaimStatus Status,
    bool Declines,
    DateTime OfferedAt,
    DateTime? ToldAt,
    DateTime? AnswerBy,
    DateTime? AnsweredAt);

/// <summary>A page that was handed in.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Type">Its media type.</param>
/// <param name="At">UTC.</param>
public sealed record HandedIn(int Number, string Type, DateTime At);
