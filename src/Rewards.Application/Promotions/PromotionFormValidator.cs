using System.Globalization;
using FluentValidation;
using Rewards.Domain;
using Rewards.Domain.Promotions;
using Rewards.Domain.Surveys;

namespace Rewards.Application.Promotions;

/// <summary>What makes a promotion's form good; each rule's state is the refusal, with its field.</summary>
public sealed class PromotionFormValidator : AbstractValidator<PromotionForm>
{
    private const int MostVoucherDays = 730;
    private const int MostOfDepartment = 60;
    private const int MostOneIn = 1_000_000;
    private const int MostBudgetCount = 100_000_000;

    /// <summary>Sets the rules up.</summary>
    public PromotionFormValidator()
    {
        RuleFor(f => f["name"]).Must(n => n.Length is > 0 and <= Promotion.NameLength).WithState(_ => new PromotionNameInvalid(Promotion.NameLength));
        RuleFor(f => f["group"]).MaximumLength(Promotion.GroupLength).WithState(_ => new PromotionTextTooLong("group", Promotion.GroupLength));
        RuleFor(f => f.Kind).NotNull().WithState(_ => new PromotionChoiceInvalid("kind"));
        RuleFor(f => f).Must(f => f["amount"].Length > 0 || (f.Kind == AwardKind.FuelPoints && f["perDollar"].Length > 0)).WithState(_ => new PromotionGivesNothing());
        When(f => f.Kind == AwardKind.Voucher, () =>
        {
            RuleFor(f => f).Must(f => f["amount"].Length == 0 || f.Cents("amount") is > 0 and <= PromotionRule.MostAmount).WithState(_ => new PromotionMoneyInvalid("amount", PromotionRule.MostAmount));
            RuleFor(f => f).Must(f => IsWithin(f, "voucherDays", 1, MostVoucherDays, isNeeded: true)).WithState(_ => new PromotionNumberInvalid("voucherDays", 1, MostVoucherDays));
        }).Otherwise(() => Number("amount", 1, PromotionRule.MostAmount));
        Number("perDollar", 1, 100);
        RuleFor(f => f).Must(f => f.Kind != AwardKind.FuelPoints || f["amount"].Length == 0 || f["perDollar"].Length == 0).WithState(_ => new PromotionGivesTwice());
        Number("atMost", 1, PromotionRule.MostAmount);
        Number("oneIn", 1, MostOneIn);
        Number("fromHour", 0, 23);
        Number("toHour", 1, 24);
        RuleFor(f => f).Must(f => f.Whole("fromHour") is not { } from || f.Whole("toHour") != from).WithState(_ => new PromotionHoursEqual());
        Number("budgetCount", 1, MostBudgetCount);
        Number("priority", -1_000, 1_000);
        Money("minimumTotal");
        Money("budgetCents");
        Money("voucherMinimum");
        RuleFor(f => f.DayOf("startsOn")).NotNull().WithState(_ => new PromotionDayInvalid("startsOn"));
        RuleFor(f => f).Must(f => f["endsOn"].Length == 0 || f.DayOf("endsOn") is not null).WithState(_ => new PromotionDayInvalid("endsOn"));
        RuleFor(f => f).Must(f => f.DayOf("endsOn") is not { } end || f.DayOf("startsOn") is not { } start || start <= end).WithState(_ => new PromotionEndsBeforeStart());
        Choices("shopper", t => t.Length == 0 || PromotionForm.Choice<ShopperKind>(t) is not null);
        Choices("weekdays", t => PromotionForm.Choice<DayOfWeek>(t) is not null);
        Choices("channels", t => PromotionForm.Choice<Channel>(t) is not null);
        Choices("languages", t => Language.All.Contains(t));
        foreach (var scope in Enum.GetValues<LimitScope>())
        {
            Number($"{scope}Count", 1, 1_000_000);
            Choices($"{scope}Period", t => t is "" or "all" or "month" or "days");
            RuleFor(f => f)
                .Must(f => f[$"{scope}Count"].Length == 0 || f[$"{scope}Period"] != "days" || IsWithin(f, $"{scope}Days", 1, PromotionLimit.MostDays, isNeeded: true))
                .WithState(_ => new PromotionNumberInvalid($"{scope}Days", 1, PromotionLimit.MostDays));
        }
    }

    /// <summary>Everything that is wrong, in the order of the rules; empty where nothing is.</summary>
    /// <param name="form">As typed.</param>
    /// <param name="known">The stores and surveys there are.</param>
    public IReadOnlyList<Error> Refusals(PromotionForm form, ReferenceSnapshot known)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(known);
        var stores = from field in (string[])["stores", "voucherStores"]
                     from part in form.Parts(field)
                     where !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !known.Stores.ContainsKey(number)
                     select new PromotionStoreUnknown(field, part);
        var departments = form.Parts("departments").Where(d => d.Contains('|', StringComparison.Ordinal) || d.Any(char.IsControl) || d.Length > MostOfDepartment)
            .Select(d => new PromotionDepartmentInvalid(d.Length > MostOfDepartment ? d[..MostOfDepartment] + "…" : d, MostOfDepartment)).Take(1);
        var surveys = form.All("surveys").Except(known.Surveys.Values.Select(s => s.Key)).Select(_ => new PromotionChoiceInvalid("surveys")).Take(1);
        return [.. Validate(form).Errors.Select(e => (Error)e.CustomState), .. stores.DistinctBy(s => s.Field), .. departments, .. surveys];
    }

    private static bool IsWithin(PromotionForm form, string field, long least, long most, bool isNeeded = false) =>
        form[field].Length == 0 ? !isNeeded : form.Whole(field) is { } number && number >= least && number <= most;

    private void Number(string field, long least, long most) =>
        RuleFor(f => f).Must(f => IsWithin(f, field, least, most)).WithState(_ => new PromotionNumberInvalid(field, least, most));

    private void Money(string field) =>
        RuleFor(f => f).Must(f => f[field].Length == 0 || f.Cents(field) is <= PromotionMoneyInvalid.MostOfAllCents)
            .WithState(_ => new PromotionMoneyInvalid(field, PromotionMoneyInvalid.MostOfAllCents));

    private void Choices(string field, Func<string, bool> isOne) =>
        RuleFor(f => f.All(field)).Must(all => all.All(isOne)).WithState(_ => new PromotionChoiceInvalid(field));
}
