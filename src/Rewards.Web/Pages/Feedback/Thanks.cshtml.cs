using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Localization;
using Rewards.Application.Surveys;
using Rewards.Domain.Promotions;

namespace Rewards.Web.Pages.Feedback;

/// <summary>The confirmation: what was earned and why, and what happens next. Open to whoever took part.</summary>
[ResponseCache(NoStore = true)]
public sealed class ThanksModel(ShowConfirmation show, Texts texts) : PageModel
{
    /// <summary>What was earned.</summary>
    public Confirmation? Confirmation { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string code, Guid response, CancellationToken cancellationToken)
    {
        Confirmation = await show.RunAsync(code, response, cancellationToken);
        return Confirmation is null ? NotFound() : Page();
    }

    /// <summary>What an award is, after its number.</summary>
    public string WhatOf(Earned earned)
    {
        ArgumentNullException.ThrowIfNull(earned);
        return earned.Kind switch
        {
            AwardKind.FuelPoints => texts["feedback.points-unit"],
            AwardKind.SweepstakesEntry when earned.Entry is { } entry => texts["feedback.entry-unit", MonthOf(entry)],
            AwardKind.SweepstakesEntry => texts["feedback.entry-unit-any"],
            AwardKind.Voucher => texts["common.voucher"],
            _ => throw new InvalidOperationException($"No such kind of award: {earned.Kind}"),
        };
    }

    /// <summary>Why it was given or not, and what to know of it.</summary>
    public string WhyOf(Earned earned)
    {
        ArgumentNullException.ThrowIfNull(earned);
        var why = texts[$"awards.{earned.Reason}"];
        return earned switch
        {
            { HeldUntil: { } until, Status: AwardStatus.Held } => texts["feedback.held-until", until],
            { Entry: { } entry } => $"{why} {texts["feedback.entry-number", entry.EntryId]}",
            { Status: AwardStatus.Granted, PointsLastDay: { } last } => $"{why} {texts["awards.good-until", last]}",
            _ => why,
        };
    }

    private static string MonthOf(EarnedEntry entry) =>
        DateOnly.ParseExact(entry.DrawId[..7] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("MMMM", CultureInfo.CurrentCulture);
}
