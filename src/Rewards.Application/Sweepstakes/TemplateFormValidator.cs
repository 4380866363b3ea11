using FluentValidation;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>What makes the form of the template good; each rule's state is the refusal, with its field.</summary>
public sealed class TemplateFormValidator : AbstractValidator<TemplateForm>
{
    private const int MostCents = 100_000_000;

    /// <summary>Sets the rules up.</summary>
    public TemplateFormValidator()
    {
        RuleFor(f => f["sponsor"]).Must(t => PlainText.IsOf(t, 0, SweepstakesTemplate.TextLength)).WithState(_ => new SweepstakesTextInvalid("sponsor", SweepstakesTemplate.TextLength));
        RuleFor(f => f["mailInAddress"]).Must(t => PlainText.IsOf(t, 1, SweepstakesTemplate.TextLength)).WithState(_ => new SweepstakesTextInvalid("mailInAddress", SweepstakesTemplate.TextLength));
        Number("minimumAge", SweepstakesTemplate.Ages.Least, SweepstakesTemplate.Ages.Most);
        Number("claimDays", SweepstakesTemplate.Days.Least, SweepstakesTemplate.Days.Most);
        Number("entriesAPerson", 1, SweepstakesTemplate.MostEntries);
        RuleFor(f => f).Must(f => f.Whole("entriesAHousehold") is { } most && most >= (f.Whole("entriesAPerson") ?? 1) && most <= SweepstakesTemplate.MostEntries)
            .WithState(f => new SweepstakesNumberInvalid("entriesAHousehold", Math.Clamp(f.Whole("entriesAPerson") ?? 1, 1, SweepstakesTemplate.MostEntries), SweepstakesTemplate.MostEntries));
        RuleFor(f => f["voidIn"]).Must(t => UsState.ReadList(t) is { } states && states.Count < UsState.All.Count).WithState(_ => new SweepstakesStateUnknown());
    }

    /// <summary>Everything that is wrong, in the order of the form; empty where nothing is.</summary>
    public IReadOnlyList<Error> Refusals(TemplateForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var prizes = form.Kinds.SelectMany(kind => OfPrize(form, kind)).ToList();
        var count = form.Kinds.Sum(kind => form.Whole(TemplateForm.Prize(kind, "count")) ?? 0);
        return
        [
            .. Validate(form).Errors.Select(e => (Error)e.CustomState),
            .. prizes,
            .. prizes.Count == 0 && count is < 1 or > PrizeList.MaxPrizes ? (Error[])[new SweepstakesPrizesInvalid(PrizeList.MaxPrizes)] : [],
        ];
    }

    private static IEnumerable<Error> OfPrize(TemplateForm form, int kind)
    {
        var (count, text, es, value) = (
            TemplateForm.Prize(kind, "count"), TemplateForm.Prize(kind, "text"), TemplateForm.Prize(kind, "es"), TemplateForm.Prize(kind, "value"));
        if (form.Whole(count) is not (>= 1 and <= PrizeList.MaxPrizes))
        {
            yield return new SweepstakesNumberInvalid(count, 1, PrizeList.MaxPrizes);
        }

        if (!PrizeName.IsGood(new LocalizedText(form[text], form[es])))
        {
            yield return new SweepstakesTextInvalid(text, PrizeName.MaxLength);
        }

        if (form[value].Length > 0 && form.Whole(value) != 0 && form.Cents(value) is not (> 0 and <= MostCents))
        {
            yield return new SweepstakesNumberInvalid(value, 0, MostCents / 100);
        }
    }

    private void Number(string field, long least, long most) =>
        RuleFor(f => f).Must(f => f.Whole(field) is { } number && number >= least && number <= most).WithState(_ => new SweepstakesNumberInvalid(field, least, most));
}
