using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// What the months that are not open yet are opened with: reads it, shows what would be published, and writes another version. Of two
/// people who write at the same time the second is told: the number decides.
/// </summary>
public sealed class EditTemplate(
    RewardsDb db,
    DatabaseProvider provider,
    TemplateFormValidator validator,
    OfficialRules rules,
    RecordAct record,
    PortalSettings settings,
    TimeProvider clock)
{
    /// <summary>What months are opened with: the template's last version, and the settings for what it does not say.</summary>
    public async Task<SweepstakesSettings> TermsAsync(CancellationToken cancellationToken) =>
        await LatestAsync(cancellationToken) is { } template ? Over(template) : settings.Sweepstakes;

    /// <summary>The template for its form.</summary>
    public async Task<OfficeTemplate> ShowAsync(CancellationToken cancellationToken)
    {
        var template = await LatestAsync(cancellationToken);
        var (month, opensOn) = await NextAsync(cancellationToken);
        return new OfficeTemplate(
            template?.Number ?? 0,
            template is null ? settings.Sweepstakes : Over(template),
            template is null ? null : await db.OfficerAsync(template.By, cancellationToken),
            template?.At,
            month,
            opensOn);
    }

    /// <summary>What is wrong with a form, field by field.</summary>
    public IReadOnlyList<Error> Check(TemplateForm form) => validator.Refusals(form);

    /// <summary>What the next month would be opened with, of a form that <see cref="Check"/> has nothing against.</summary>
    public async Task<TemplatePreview> PreviewAsync(TemplateForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var terms = form.Terms(settings.Sweepstakes);
        var (month, _) = await NextAsync(cancellationToken);
        var prizeCents = terms.PrizesOrDefault.Sum(p => (long)p.ValueCents * p.Count);
        return new TemplatePreview(
            RulesText.Read(rules.Write(terms, MonthlySweepstakes.DrawIdOf(month.Year, month.Month), month, month.AddMonths(1).AddDays(-1))),
            prizeCents,
            [.. terms.Filings.Values.Where(rule => rule.Asks(prizeCents, month, terms.Terms.VoidIn)).Select(rule => rule.Place).Distinct()]);
    }

    /// <summary>Writes a version. Refuses with what <see cref="Check"/> says first, and with <c>sweepstakes-template-changed</c>.</summary>
    /// <param name="number">The version that was opened; 0 for none.</param>
    /// <param name="form">As typed.</param>
    /// <param name="officer">Who writes it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<SweepstakesTemplate>> SaveAsync(int number, TemplateForm form, Guid officer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (Check(form) is [var refusal, ..])
        {
            return refusal;
        }

        if ((await LatestAsync(cancellationToken))?.Number is var latest && (latest ?? 0) != number)
        {
            return new SweepstakesTemplateChanged();
        }

        var terms = form.Terms(settings.Sweepstakes);
        var template = new SweepstakesTemplate(
            number + 1, terms.Sponsor, terms.MailInAddress, terms.Terms, terms.ClaimDays, JsonSerializer.Serialize(terms.Prizes, DataJson.Options),
            officer, clock.GetUtcNow().UtcDateTime);
        db.SweepstakesTemplates.Add(template);
        record.Add(AuditAct.TemplateSaved, officer, AuditSubject.Of(template.Number), ("prizes", terms.PrizeTerms.ValuesInCents.Count), ("cents", terms.PrizeTerms.ValuesInCents.Sum(v => (long)v)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return template;
        }
        catch (DbUpdateException exception) when (provider.IsDuplicateKey(exception))
        {
            return new SweepstakesTemplateChanged();
        }
    }

    private Task<SweepstakesTemplate?> LatestAsync(CancellationToken cancellationToken) =>
        db.SweepstakesTemplates.AsNoTracking().OrderByDescending(t => t.Number).FirstOrDefaultAsync(cancellationToken);

    // The first month that is not open, and the day on which it is opened.
    private async Task<(DateOnly Month, DateOnly OpensOn)> NextAsync(CancellationToken cancellationToken)
    {
        var today = Zone.DayOf(clock.GetUtcNow().UtcDateTime, settings.Portal.TimeZone);
        var month = new DateOnly(today.Year, today.Month, 1);
        while (await db.Sweepstakes.WithDrawId(MonthlySweepstakes.DrawIdOf(month.Year, month.Month)).AnyAsync(cancellationToken))
        {
            month = month.AddMonths(1);
        }

        var opensOn = month.AddDays(-settings.Sweepstakes.OpenAheadDays);
        return (month, opensOn < today ? today : opensOn);
    }

    private SweepstakesSettings Over(SweepstakesTemplate template) => settings.Sweepstakes with
    {
        Sponsor = template.Sponsor,
        MailInAddress = template.MailInAddress,
        MinimumAge = template.MinimumAge,
        EntriesAPerson = template.EntriesAPerson,
        EntriesAHousehold = template.EntriesAHousehold,
        VoidIn = template.VoidIn.Replace(' ', ','),
        ClaimDays = template.ClaimDays,
        Prizes = JsonSerializer.Deserialize<List<PrizeSettings>>(template.Prizes, DataJson.Options)!,
    };
}

/// <summary>The template for its form.</summary>
/// <param name="Number">The version; 0 where the settings are what months are opened with.</param>
/// <param name="Terms">What months are opened with.</param>
/// <param name="By">Who wrote it; null for the settings.</param>
/// <param name="At">UTC.</param>
/// <param name="Month">The first day of the first month that it is for.</param>
/// <param name="OpensOn">The day on which that month is opened, in the programme's zone.</param>
public sealed record OfficeTemplate(int Number, SweepstakesSettings Terms, Officer? By, DateTime? At, DateOnly Month, DateOnly OpensOn);

/// <summary>What a month would be opened with.</summary>
/// <param name="Rules">The official rules, by language.</param>
/// <param name="PrizeCents">The retail value of all prizes.</param>
/// <param name="AskedIn">The states that ask something of it.</param>
public sealed record TemplatePreview(IReadOnlyList<RulesText> Rules, long PrizeCents, IReadOnlyList<string> AskedIn);
