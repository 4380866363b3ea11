using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.Insights;
using Rewards.Application.Localization;
using Rewards.Domain;
using Rewards.Domain.Promotions;
using Rewards.Domain.Stores;
using Rewards.Domain.Surveys;

namespace Rewards.Web.Pages.Office;

/// <summary>One response: every answer, what was given for it and what was not, and whether its shopper may be written to.</summary>
public sealed class ResponseModel(ShowResponse show, ReferenceData reference, Texts texts) : PageModel
{
    /// <summary>The response.</summary>
    public ResponseDetails Found { get; private set; } = null!;

    /// <summary>Its store.</summary>
    public Store Store { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await show.RunAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Store = (await reference.GetAsync(cancellationToken)).Stores[found.Store];
        return Page();
    }

    /// <summary>A text of the survey in the page's language.</summary>
    public string In(LocalizedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.In(Texts.CurrentLanguage).Replace("{store}", Store.Name, StringComparison.Ordinal);
    }

    /// <summary>A touchpoint's name in the page's language.</summary>
    public string NameOf(string touchpoint) => Found.Survey.TouchpointName(touchpoint, Texts.CurrentLanguage);

    /// <summary>A score on its scale: <c>9 of 10</c>; in words where there is none.</summary>
    public string ScoreOf(Question question, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Score is { } score && question.Scale is { } scale
            ? texts["office.score-of", score, scale.Highest]
            : texts["office.no-answer"];
    }

    /// <summary>What an award gives: <c>50 fuel points</c>, <c>$5 voucher</c>.</summary>
    public string WhatOf(GivenAward award)
    {
        ArgumentNullException.ThrowIfNull(award);
        return award switch
        {
            { Status: AwardStatus.Declined } => award.Promotion,
            { Kind: AwardKind.Voucher } => texts["office.award-Voucher", Texts.Money(award.Amount)],
            _ => texts[$"office.award-{award.Kind}", award.Amount],
        };
    }
}
