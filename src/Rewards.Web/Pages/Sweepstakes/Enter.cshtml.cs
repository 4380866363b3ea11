using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Rewards.Application;
using Rewards.Application.Localization;
using Rewards.Application.Sweepstakes;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;
using Rewards.Web.Hosting;
using Rewards.Web.Pages.Feedback;

namespace Rewards.Web.Pages.Sweepstakes;

/// <summary>Enters the month's sweepstakes without a purchase. Nobody is signed in, so no cookie and no token is asked for.</summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(SignInLimit.Entries)]
public sealed class EnterModel(EnterFree enter, ReferenceData reference, ChainSettings chain, TimeProvider clock) : EntrantPage
{
    /// <summary>Whether the box was ticked.</summary>
    [BindProperty]
    public bool Agree { get; set; }

    /// <summary>Makes the form sent twice one entry.</summary>
    [BindProperty]
    public string? Mark { get; set; }

    /// <summary>The sweepstakes that is open; null where none is.</summary>
    public OpenMonth? Month { get; private set; }

    /// <summary>Who may enter it and how often.</summary>
    public EntryTerms Terms { get; private set; } = EntryTerms.Any;

    /// <summary>The states where it is void, by name.</summary>
    public string VoidIn => string.Join(", ", UsState.All.Where(s => s.IsIn(Terms.VoidIn)).Select(s => s.Name));

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Mark = Guid.NewGuid().ToString("n");
        await ShowAsync(cancellationToken);
    }

    /// <summary>Enters; sent again, the answer is the same.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!(await enter.RunAsync(Typed, Agree, Mark, Texts.CurrentLanguage, cancellationToken)).IsRefused(out var refusal, out var entered))
        {
            return LocalRedirect($"/enter/{entered.Id:n}");
        }

        Refuse(refusal);
        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        if ((await reference.GetAsync(cancellationToken)).SweepstakesAt(clock.GetUtcNow().UtcDateTime) is { } open)
        {
            (Month, Terms) = (OpenMonth.Of(open, chain.TimeZone), open.Terms);
        }
    }
}
