using System.Globalization;
using System.Text.Json;
using Rewards.Domain.Promotions;
using Rewards.Domain.Surveys;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Promotions;

/// <summary>A promotion as the office's form has it.</summary>
/// <param name="Fields">By name; a field that is not there is empty.</param>
public sealed record PromotionForm(IReadOnlyDictionary<string, IReadOnlyList<string>> Fields) : TypedForm(Fields)
{
    /// <summary>The fields' values of a promotion.</summary>
    public static PromotionForm Of(PromotionTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var rule = RuleOf(terms.Rule);
        var fields = new Dictionary<string, IReadOnlyList<string>>
        {
            ["name"] = [terms.Name],
            ["kind"] = [$"{terms.Kind}"],
            ["amount"] = [rule.Amount == 0 ? "" : terms.Kind == AwardKind.Voucher ? Money(rule.Amount) : Number(rule.Amount)],
            ["perDollar"] = [rule.PerDollar == 0 ? "" : Number(rule.PerDollar)],
            ["atMost"] = [Number(rule.AtMost)],
            ["startsOn"] = [Day(terms.StartsOn)],
            ["endsOn"] = [Day(terms.EndsOn)],
            ["stores"] = [List(rule.Stores)],
            ["departments"] = [string.Join(", ", rule.Departments ?? [])],
            ["minimumTotal"] = [Money(rule.MinimumTotalCents)],
            ["weekdays"] = [.. (rule.Weekdays ?? []).Select(d => $"{d}")],
            ["fromHour"] = [Number(rule.FromHour)],
            ["toHour"] = [Number(rule.ToHour)],
            ["surveys"] = [.. rule.Surveys ?? []],
            ["shopper"] = [$"{rule.Shopper}"],
            ["languages"] = [.. rule.Languages ?? []],
            ["channels"] = [.. (rule.Channels ?? []).Select(c => $"{c}")],
            ["oneIn"] = [Number(rule.OneIn)],
            ["voucherDays"] = [rule.VoucherDays == 0 ? "" : Number(rule.VoucherDays)],
            ["voucherStores"] = [List(rule.VoucherStores)],
            ["voucherMinimum"] = [Money(rule.VoucherMinimumPurchaseCents)],
            ["voucherOnlyHere"] = rule.VoucherOnlyAtThisStore ? ["true"] : [],
            ["voucherSingleUse"] = rule.VoucherSingleUse ? ["true"] : [],
            ["budgetCents"] = [Money(terms.BudgetCents)],
            ["budgetCount"] = [Number(terms.BudgetCount)],
            ["group"] = [terms.Group ?? ""],
            ["priority"] = [Number(terms.Priority)],
            ["stacks"] = terms.Stacks ? ["true"] : [],
        };
        foreach (var limit in rule.Limits ?? [])
        {
            fields[$"{limit.Scope}Count"] = [Number(limit.Count)];
            fields[$"{limit.Scope}Period"] = [limit.Month ? "month" : limit.Days is null ? "all" : "days"];
            fields[$"{limit.Scope}Days"] = [Number(limit.Days)];
        }

        return new PromotionForm(fields);
    }

    /// <summary>Where terms that are kept differ from this form, which the validator has nothing against.</summary>
    /// <param name="kept">As they are kept.</param>
    public IReadOnlyList<FieldDifference> Against(PromotionTerms kept)
    {
        var (mine, theirs) = (Of(Terms()), Of(kept));
        return
        [
            .. from field in mine.Fields.Keys.Union(theirs.Fields.Keys)
               where !mine.All(field).SequenceEqual(theirs.All(field))
               select new FieldDifference(field, theirs.All(field), mine.All(field)),
        ];
    }

    /// <summary>A rule as it is stored.</summary>
    public static PromotionRule RuleOf(string json) => JsonSerializer.Deserialize<PromotionRule>(json, DataJson.Options)!;

    /// <summary>What is given.</summary>
    public AwardKind? Kind => Choice<AwardKind>(this["kind"]);

    /// <summary>The parts of a list, as typed.</summary>
    internal IReadOnlyList<string> Parts(string field) =>
        this[field].Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What is set, of a form that the validator has nothing against.</summary>
    internal PromotionTerms Terms()
    {
        var kind = Kind!.Value;
        var isVoucher = kind == AwardKind.Voucher;
        var perDollar = kind == AwardKind.FuelPoints ? (int)(Whole("perDollar") ?? 0) : 0;
        var rule = new PromotionRule(
            perDollar > 0 ? 0 : isVoucher ? Cents("amount") ?? 0 : (int)(Whole("amount") ?? 0),
            perDollar,
            perDollar > 0 ? (int?)Whole("atMost") : null,
            Numbers("stores"),
            OrNull(Parts("departments")),
            Cents("minimumTotal"),
            OrNull(All("weekdays").Select(d => Choice<DayOfWeek>(d)!.Value)),
            (int?)Whole("fromHour"),
            (int?)Whole("toHour"),
            OrNull(All("surveys")),
            Choice<ShopperKind>(this["shopper"]) ?? ShopperKind.Any,
            OrNull(All("languages")),
            OrNull(All("channels").Select(c => Choice<Channel>(c)!.Value)),
            (int)(Whole("oneIn") ?? 1),
            OrNull(Enum.GetValues<LimitScope>().Where(s => Whole($"{s}Count") is not null).Select(LimitOf)),
            isVoucher ? (int)Whole("voucherDays")!.Value : 0,
            isVoucher && Has("voucherOnlyHere"),
            isVoucher ? Numbers("voucherStores") : null,
            isVoucher ? Cents("voucherMinimum") : null,
            isVoucher && Has("voucherSingleUse"));
        return new PromotionTerms(
            this["name"], kind, JsonSerializer.Serialize(rule, DataJson.Options), DayOf("startsOn")!.Value, DayOf("endsOn"),
            Cents("budgetCents"), Whole("budgetCount"), this["group"] is { Length: > 0 } group ? group : null, (int)(Whole("priority") ?? 0), Has("stacks"));
    }

    private PromotionLimit LimitOf(LimitScope scope) => new(
        scope, (int)Whole($"{scope}Count")!.Value, this[$"{scope}Period"] == "days" ? (int?)Whole($"{scope}Days") : null, this[$"{scope}Period"] == "month");

    private List<int>? Numbers(string field) => OrNull(Parts(field).Select(p => int.Parse(p, CultureInfo.InvariantCulture)).Distinct());

    private static List<T>? OrNull<T>(IEnumerable<T> values) => values.ToList() is { Count: > 0 } some ? some : null;

    private static string List(IReadOnlyList<int>? numbers) => string.Join(", ", numbers ?? []);
}

/// <summary>A field of which somebody typed something else than is kept.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Kept">What is kept.</param>
/// <param name="Typed">What was typed.</param>
public sealed record FieldDifference(string Field, IReadOnlyList<string> Kept, IReadOnlyList<string> Typed);
