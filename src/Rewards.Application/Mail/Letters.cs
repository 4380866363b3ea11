using Rewards.Application.FuelPoints;
using Rewards.Application.Localization;
using Rewards.Application.Surveys;
using Rewards.Application.Sweepstakes;
using Rewards.Application.Sweepstakes.Claims;
using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Domain.Fraud;
using Rewards.Domain.Promotions;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Sweepstakes.Filings;
using Rewards.Domain.Vouchers;

namespace Rewards.Application.Mail;

/// <summary>What each kind of mail says, in the current language and in the words of the pages.</summary>
public sealed class Letters(Texts texts, EarnedWords words, VoucherWords terms, FuelPointWords points, ChainSettings chain)
{
    /// <summary>What a response earned and why, and what happens next.</summary>
    public Letter Awards(Confirmation confirmation)
    {
        ArgumentNullException.ThrowIfNull(confirmation);
        var shown = confirmation.Shown.ToList();
        var vouchers = shown.Where(e => e.Voucher is not null).Select(e => e.Voucher!).ToList();
        return new Letter(Subject(), [
            new LetterPart.Title(texts[shown.Any(e => e.Status != AwardStatus.Declined) ? "awards.heading" : "awards.heading-nothing"]),
            .. vouchers.Select(Ticket),
            .. shown.Where(e => e.Voucher is null).Select(e => new LetterPart.Earning(EarnedWords.Number(e), words.What(e), words.Why(e))),
            new LetterPart.Fact(texts["awards.reference"], confirmation.Reference),
            new LetterPart.Heading(texts["awards.next-heading"]),
            .. Next(shown, confirmation.HasCard).Select(text => new LetterPart.Paragraph(text)),
            confirmation.HasHeld
                ? new LetterPart.Button(texts["awards.claim-now"], $"{chain.Url}/claim?reference={confirmation.Reference}")
                : new LetterPart.Button(texts["awards.my-rewards"], $"{chain.Url}/my"),
            new LetterPart.Small(texts["mail.awards-why", chain.Name, chain.HelpEmail]),
        ]);

        string Subject() => vouchers.Count > 0
            ? texts["mail.awards-subject-voucher", Texts.Money(vouchers[0].ValueCents), chain.Name]
            : texts["mail.awards-subject", chain.Name];
    }

    /// <summary>A one-time way in.</summary>
    /// <param name="link">The whole address.</param>
    /// <param name="until">UTC.</param>
    public Letter SignIn(string link, DateTime until) => new(texts["mail.sign-in-subject", chain.Name], [
        new LetterPart.Title(texts["mail.sign-in-heading"]),
        new LetterPart.Paragraph(texts["mail.sign-in-text", until]),
        new LetterPart.Button(texts["mail.sign-in-button"], link),
        new LetterPart.Small(texts["mail.sign-in-not-you", chain.HelpEmail]),
    ]);

    /// <summary>A month's points end soon.</summary>
    /// <param name="points">How many are left.</param>
    /// <param name="lastDay">The last day they can be spent.</param>
    public Letter PointsEnd(int points, DateOnly lastDay) => new(texts["mail.reminder-points-subject", points, lastDay], [
        new LetterPart.Title(texts["mail.reminder-points-heading", points, lastDay]),
        new LetterPart.Paragraph(texts["mail.reminder-points-text"]),
        new LetterPart.Button(texts["awards.my-rewards"], $"{chain.Url}/my"),
        new LetterPart.Small(texts["mail.reminder-why", chain.Name, chain.HelpEmail]),
    ]);

    /// <summary>A voucher ends soon.</summary>
    /// <param name="voucher">Of which something can still be taken.</param>
    /// <param name="link">To the voucher's page.</param>
    public Letter VoucherEnds(Voucher voucher, string link)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        var conditions = terms.Conditions(voucher.MinimumPurchaseCents, voucher.SingleUse);
        return new Letter(texts["mail.reminder-voucher-subject", voucher.LastDay], [
            new LetterPart.Title(texts["mail.reminder-voucher-heading", Texts.Money(voucher.BalanceCents), voucher.LastDay]),
            new LetterPart.Paragraph(conditions.Length == 0 ? texts["mail.reminder-voucher-text"] : $"{texts["mail.reminder-voucher-text"]} {conditions}"),
            new LetterPart.Button(texts["mail.awards-voucher-link"], link),
            new LetterPart.Small(texts["mail.reminder-why", chain.Name, chain.HelpEmail]),
        ]);
    }

    /// <summary>Another voucher for one that was lost.</summary>
    public Letter Reissued(EarnedVoucher voucher) => OfVoucher("reissue", voucher);

    /// <summary>A prize that is handed over as a voucher.</summary>
    public Letter PrizeVoucher(EarnedVoucher voucher) => OfVoucher("prize-voucher", voucher);

    /// <summary>A prize, and what its winner does next.</summary>
    public Letter Winner(string prize, EarnedEntry entry, PrizeLink link)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(link);
        return new Letter(texts["mail.winner-subject", prize, chain.Name], [
            new LetterPart.Title(texts["mail.winner-heading", prize]),
            new LetterPart.Paragraph(texts["mail.winner-text", EarnedWords.MonthOf(entry.DrawId)]),
            new LetterPart.Paragraph(texts["mail.winner-claim", link.AnswerBy.AddMinutes(-1)]),
            new LetterPart.Button(texts["mail.winner-button"], link.Address),
            new LetterPart.Fact(texts["mail.winner-entry"], entry.EntryId),
            new LetterPart.Paragraph(texts["mail.winner-list"]),
            new LetterPart.Button(texts["mail.winner-check"], $"{chain.Url}/winners"),
            new LetterPart.Small(texts["mail.winner-safe", chain.HelpEmail]),
        ]);
    }

    /// <summary>The answer of a winner has come in.</summary>
    /// <param name="prize">In the current language.</param>
    /// <param name="link">Where it stands.</param>
    /// <param name="isSigned">Whether the affidavit is there, or still to come on paper.</param>
    public Letter PrizeAnswered(string prize, PrizeLink link, bool isSigned)
    {
        ArgumentNullException.ThrowIfNull(link);
        return new Letter(texts["mail.answered-subject", prize], [
            new LetterPart.Title(texts["mail.answered-heading"]),
            new LetterPart.Paragraph(isSigned ? texts["mail.answered-text", prize] : texts["mail.answered-unsigned", prize, link.AnswerBy.AddMinutes(-1)]),
            new LetterPart.Button(texts["mail.answered-look"], link.Address),
            new LetterPart.Small(texts["mail.winner-safe", chain.HelpEmail]),
        ]);
    }

    /// <summary>The receipt of a free entry.</summary>
    public Letter Entered(FreeEntryReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var month = EarnedWords.MonthOf(receipt.DrawId);
        return new Letter(texts["mail.entered-subject", month, chain.Name], [
            new LetterPart.Title(texts["mail.entered-heading", month]),
            new LetterPart.Paragraph(texts["mail.entered-text"]),
            new LetterPart.Fact(texts["mail.entered-entry"], receipt.EntryId),
            new LetterPart.Heading(texts["awards.next-heading"]),
            new LetterPart.Paragraph(texts["mail.entered-next"]),
            new LetterPart.Button(texts["mail.entered-check"], $"{chain.Url}/draws/{receipt.DrawId}#entry={receipt.EntryId}"),
            new LetterPart.Small(texts["mail.entered-why", chain.Name, chain.HelpEmail]),
        ]);
    }

    /// <summary>To marketing: that a budget is nearly or wholly spent.</summary>
    /// <param name="promotion">As it stands when the mail is sent.</param>
    /// <param name="percent">Which alarm.</param>
    public Letter BudgetAlarm(Promotion promotion, int percent)
    {
        ArgumentNullException.ThrowIfNull(promotion);
        var count = Texts.Count(promotion.AwardedCount);
        return new Letter(texts["mail.alarm-subject", promotion.Name, percent], [
            new LetterPart.Title(texts["mail.alarm-heading", percent]),
            new LetterPart.Paragraph(texts[percent == Promotion.LastAlarm ? "mail.alarm-spent" : "mail.alarm-nearly"]),
            new LetterPart.Fact(texts["mail.alarm-promotion"], promotion.Name),
            .. promotion.BudgetCents is { } money
                ? [new LetterPart.Fact(texts["mail.alarm-money"], texts["mail.alarm-money-of", Texts.Exact(promotion.SpentCents), Texts.Exact(money)])]
                : Array.Empty<LetterPart>(),
            new LetterPart.Fact(
                texts["mail.alarm-count"],
                promotion.BudgetCount is { } most ? texts["mail.alarm-money-of", count, Texts.Count(most)] : count),
            new LetterPart.Button(texts["mail.alarm-look"], $"{chain.Url}/office/promotions/{promotion.Id}"),
            new LetterPart.Small(texts["mail.alarm-why", chain.Name]),
        ]);
    }

    /// <summary>To marketing and administrators: that something looks wrong.</summary>
    public Letter FraudAlert(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var what = texts[$"mail.fraud-{alert.Kind}"];
        return new Letter(texts["mail.fraud-subject", what], [
            new LetterPart.Title(what),
            new LetterPart.Paragraph(texts["mail.fraud-text"]),
            new LetterPart.Fact(texts["mail.fraud-who"], alert.Who),
            .. alert.StoreNumber is { } store ? [new LetterPart.Fact(texts["mail.fraud-store"], Texts.Count(store))] : Array.Empty<LetterPart>(),
            new LetterPart.Fact(texts["mail.fraud-count"], Texts.Count(alert.Count)),
            new LetterPart.Button(texts["mail.fraud-look"], $"{chain.Url}/office/alerts/{alert.Id}"),
            new LetterPart.Small(texts["mail.fraud-why", chain.Name]),
        ]);
    }

    /// <summary>To marketing: what a state asks for a sweepstakes, and until when.</summary>
    public Letter Filing(FilingTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var month = Texts.Month(MonthlySweepstakes.FirstDayOf(task.DrawId));
        return new Letter(texts["mail.filing-subject", task.Place, Texts.Day(task.DueOn)], [
            new LetterPart.Title(texts["mail.filing-heading", month]),
            new LetterPart.Paragraph(new LocalizedText(task.Text, task.TextEs).In(Texts.CurrentLanguage)),
            new LetterPart.Fact(texts["mail.filing-place"], task.Place),
            new LetterPart.Fact(texts["mail.filing-due"], Texts.Day(task.DueOn)),
            new LetterPart.Fact(texts["mail.filing-source"], task.Source),
            new LetterPart.Button(texts["mail.filing-look"], $"{chain.Url}/office/sweepstakes/calendar"),
            new LetterPart.Small(texts["mail.filing-why", chain.Name]),
        ]);
    }

    private Letter OfVoucher(string what, EarnedVoucher voucher)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        return new Letter(texts[$"mail.{what}-subject", chain.Name], [
            new LetterPart.Title(texts[$"mail.{what}-heading"]),
            new LetterPart.Paragraph(texts[$"mail.{what}-text"]),
            Ticket(voucher),
            new LetterPart.Small(texts[$"mail.{what}-why", chain.HelpEmail]),
        ]);
    }

    private LetterPart.Ticket Ticket(EarnedVoucher voucher) => new(
        Texts.Money(voucher.ValueCents),
        terms.Until(voucher.LastDay, voucher.Stores, voucher.StoreNames),
        terms.Conditions(voucher.MinimumPurchaseCents, voucher.SingleUse),
        texts["awards.voucher-what"],
        voucher.Code,
        texts["mail.awards-voucher-link"],
        $"{chain.Url}/v/{voucher.Code}");

    private IEnumerable<string> Next(IReadOnlyList<Earned> shown, bool hasCard)
    {
        if (shown.Any(e => e.Voucher is not null))
        {
            yield return texts["awards.next-voucher"];
        }

        if (shown.Any(e => e.IsPoints))
        {
            yield return $"{points.HowToSpend(hasCard)} {points.Worth()}";
        }

        if (shown.Any(e => e.Entry is not null))
        {
            yield return texts["awards.next-entry"];
        }

        if (shown.All(e => e.Status == AwardStatus.Declined))
        {
            yield return texts["awards.next-nothing"];
        }
    }
}
