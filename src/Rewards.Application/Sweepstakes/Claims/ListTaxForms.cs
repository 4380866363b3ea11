using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes.Claims;

/// <summary>
/// What the tax forms of a calendar year need: what each person was given, of all sweepstakes together, and which sums are reported. Who
/// they are is opened for the download alone, which is in the audit. Numbers of taxpayers are never taken here.
/// </summary>
public sealed class ListTaxForms(RewardsDb db, CountPrizes count, Vault vault, RecordAct record, PortalSettings settings, TimeProvider clock)
{
    /// <summary>People on a page.</summary>
    public const int PageSize = 25;

    /// <summary>The years that can be asked for.</summary>
    public int LastYear => Zone.DayOf(clock.GetUtcNow().UtcDateTime, settings.Portal.TimeZone).Year;

    /// <summary>Lists a page, the largest sum first.</summary>
    /// <param name="year">The calendar year, in the programme's zone.</param>
    /// <param name="page">From 1; past the last it is the last.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<TaxForms> RunAsync(int year, int page, CancellationToken cancellationToken)
    {
        var tax = settings.Sweepstakes.Tax.Of(year);
        var sums = count.In(year).GroupBy(c => c.ShopperId).Select(g => new { ShopperId = g.Key, Cents = g.Sum(c => (long)c.GivenCents), Prizes = g.Count() });
        var total = await sums.CountAsync(cancellationToken);
        var shown = PageNumber.Within(page, total, PageSize);
        var rows = await (
            from sum in sums
            join shopper in db.Shoppers on sum.ShopperId equals shopper.Id
            orderby sum.Cents descending, sum.ShopperId
            select new { sum.ShopperId, sum.Cents, sum.Prizes, shopper.Email, shopper.LoyaltyCard })
            .Skip((shown - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var least = tax.Threshold?.Cents ?? long.MaxValue;
        return new TaxForms(
            tax,
            [.. rows.Select(r => new TaxRecipient(r.ShopperId, Shopper.MaskedName(r.Email, r.LoyaltyCard), r.Cents, r.Prizes, tax.Reports(r.Cents)))],
            total,
            shown,
            await sums.CountAsync(s => s.Cents >= least, cancellationToken),
            await db.PrizeClaims.CountAsync(c => c.SealedAnswer != null, cancellationToken),
            await db.PrizeClaims.CountAsync(c => c.ForgottenAt != null, cancellationToken));
    }

    /// <summary>The figures of everyone whose sum is reported, as a table: a line a person; in the audit.</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="officer">Who downloads it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<byte[]> FileAsync(int year, Guid officer, CancellationToken cancellationToken)
    {
        var tax = settings.Sweepstakes.Tax.Of(year);
        var prizes = (await (
            from claim in count.In(year).AsNoTracking()
            join sweepstakes in db.Sweepstakes on claim.SweepstakesId equals sweepstakes.Id
            orderby claim.FulfilledAt, claim.Id
            select new { Claim = claim, Of = sweepstakes }).ToListAsync(cancellationToken)).GroupBy(p => p.Claim.ShopperId);
        var rows = new List<object?[]>();
        foreach (var person in prizes.Where(p => tax.Reports(p.Sum(x => (long)x.Claim.GivenCents))))
        {
            // The latest address that was given.
            var answer = person.Reverse().Where(p => p.Claim.SealedAnswer is not null).Select(p => vault.OpenJson<ClaimAnswer>(p.Claim.SealedAnswer!, p.Claim.Id)).FirstOrDefault();
            rows.Add(
            [
                year,
                answer?.LegalName,
                answer?.StreetLine,
                answer?.Address.City,
                answer?.Address.State,
                answer?.Address.Zip,
                Csv.Money(person.Sum(p => (long)p.Claim.GivenCents)),
                string.Join("; ", person.Select(p => PrizeName.Of(p.Of.PrizeList[p.Claim.Prize - 1]).In(Domain.Language.All[0]))),
                string.Join("; ", person.Select(p => Zone.DayOf(p.Claim.FulfilledAt!.Value, settings.Portal.TimeZone).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))),
            ]);
        }

        record.Add(AuditAct.TaxExported, officer, AuditSubject.Of(year), ("year", year), ("count", rows.Count));
        await db.SaveChangesAsync(cancellationToken);
        return Csv.Write(["year", "name", "street", "city", "state", "zip", "box3OtherIncome", "prizes", "handedOver"], rows);
    }
}

/// <summary>A year's figures.</summary>
/// <param name="Tax">What holds in it.</param>
/// <param name="Recipients">A page of people, the largest sum first.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Page">From 1.</param>
/// <param name="Reported">How many sums are reported.</param>
/// <param name="Kept">Answers of winners that are kept, of all years.</param>
/// <param name="Forgotten">Answers that were deleted, of all years.</param>
public sealed record TaxForms(TaxYear Tax, IReadOnlyList<TaxRecipient> Recipients, int Total, int Page, int Reported, int Kept, int Forgotten);

/// <summary>Somebody who was given prizes in a year.</summary>
/// <param name="ShopperId">Who.</param>
/// <param name="Name">Masked.</param>
/// <param name="Cents">Of all prizes.</param>
/// <param name="Prizes">How many.</param>
/// <param name="IsReported">Whether the sum is reported.</param>
public sealed record TaxRecipient(Guid ShopperId, string Name, long Cents, int Prizes, bool IsReported);
