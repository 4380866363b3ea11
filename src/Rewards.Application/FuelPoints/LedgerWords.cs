using Rewards.Application.Localization;
using Rewards.Application.Surveys;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;

namespace Rewards.Application.FuelPoints;

/// <summary>Where points came from and where they went, in words: for their owner, and for the office, which is told who and why.</summary>
public sealed class LedgerWords(Texts texts, EarnedWords earned)
{
    /// <summary>What happened, for the shopper.</summary>
    public string What(ExplainedLine line) => Say("my", line);

    /// <summary>More of it, for the shopper; null where there is no more.</summary>
    public string? More(ExplainedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Cause switch
        {
            ByAward award => earned.Reason(award.Why),
            ByFuel fuel => fuel.StoreName,
            ByRefund refund => texts["ledger.receipt-of", refund.StoreName, refund.BusinessDay],
            _ => null,
        };
    }

    /// <summary>What happened, for the office.</summary>
    public string WhatInOffice(ExplainedLine line) => Say("office", line);

    /// <summary>Where, by whom and why, for the office; null where there is no more.</summary>
    public string? MoreInOffice(ExplainedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return (line.Kind, line.Cause) switch
        {
            (_, ByAward award) => $"{award.StoreName}. {earned.Reason(award.Why, "office.reason-")}",
            (PostingKind.Reversed, ByFuel fuel) => texts["ledger.by-why", fuel.StoreName, NameOf(fuel.Supervisor), texts[$"ledger.reason-{fuel.Reason}"]],
            (_, ByFuel fuel) => texts["ledger.by", fuel.StoreName, NameOf(fuel.Cashier)],
            (_, ByRefund refund) => texts["ledger.receipt-of", refund.StoreName, refund.BusinessDay],
            (_, ByAdjustment adjustment) => texts["ledger.by-two", NameOf(adjustment.ProposedBy), NameOf(adjustment.ApprovedBy)],
            _ => null,
        };
    }

    private string Say(string to, ExplainedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var kind = line is { Kind: PostingKind.Expired, Points: > 0 } ? "DebtEnded" : $"{line.Kind}";
        object[] said = line.Cause switch
        {
            ByAward award => [to == "my" ? award.StoreName : award.Promotion],
            ByFuel fuel => [new Money(fuel.CentsPerGallon)],
            ByRefund refund => [new Money(refund.Cents)],
            ByAdjustment adjustment => [adjustment.Reason],
            _ => [line.Lot.LastDay],
        };
        return texts[$"ledger.{to}-{kind}", said];
    }

    // A colleague by the first part of what they sign in with; a cashier as the till names them.
    private static string NameOf(string actor) => actor.Split('@')[0];
}
