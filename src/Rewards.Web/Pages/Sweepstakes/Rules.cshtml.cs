using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.Localization;
using Rewards.Application.Sweepstakes;

namespace Rewards.Web.Pages.Sweepstakes;

/// <summary>The official rules of a month as published, in every language, the reader's first.</summary>
public sealed class RulesModel(ShowRules show, ReferenceData reference, TimeProvider clock) : PageModel
{
    /// <summary>The rules and the prizes.</summary>
    public PublishedTerms Terms { get; private set; } = null!;

    /// <summary>The rules in each language.</summary>
    public IReadOnlyList<RulesText> Rules { get; private set; } = [];

    /// <summary>Whether it takes entries now.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(string drawId, CancellationToken cancellationToken)
    {
        if (await show.RunAsync(drawId, cancellationToken) is not { } terms)
        {
            return NotFound();
        }

        Terms = terms;
        IsOpen = (await reference.GetAsync(cancellationToken)).SweepstakesAt(clock.GetUtcNow().UtcDateTime)?.DrawId == terms.DrawId;
        Rules = [.. RulesText.Read(terms.Rules).OrderByDescending(r => r.Language == Texts.CurrentLanguage)];
        return Page();
    }
}
