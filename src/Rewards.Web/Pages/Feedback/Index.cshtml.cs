using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.Surveys;
using Rewards.Domain;
using Rewards.Domain.Receipts;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Feedback;

/// <summary>The first page: takes the code on the receipt. The code is the key, so no cookie and no token is asked for.</summary>
[IgnoreAntiforgeryToken]
public sealed class IndexModel(
    StartResponse start, ReferenceData reference, EarnedWords words, ChainSettings chain, TimeProvider clock) : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Why the code was not taken.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>The sweepstakes that is open.</summary>
    public OpenMonth? Month { get; private set; }

    /// <summary>What feedback brings at present, in words; null where it brings nothing.</summary>
    public string? Promise { get; private set; }

    /// <summary>Shows the page.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Takes a code.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Code = Code?.Length > 64 ? Code[..64] : Code;
        var outcome = await start.RunAsync(Code, HttpContext.ClientAddress(), cancellationToken);
        if (!outcome.IsRefused(out var refusal, out var session))
        {
            return Redirect($"/r/{session.Code}/{session.NextQuestion.Key}");
        }

        Refusal = refusal;
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var (now, known) = (clock.GetUtcNow().UtcDateTime, await reference.GetAsync(cancellationToken));
        var open = known.SweepstakesAt(now);
        Month = open is null ? null : OpenMonth.Of(open, chain.TimeZone);
        Promise = words.Promise(known.Offers, Zone.DayOf(now, chain.TimeZone), open is not null);
    }
}

/// <summary>The month whose sweepstakes is open.</summary>
/// <param name="DrawId">As in the protocol.</param>
/// <param name="Name">In the request's language.</param>
/// <param name="LastDay">The last day to enter, in the programme's zone.</param>
public sealed record OpenMonth(string DrawId, string Name, DateOnly LastDay)
{
    /// <summary>Names the month of a period.</summary>
    public static OpenMonth Of(SweepstakesPeriod period, string timeZone)
    {
        ArgumentNullException.ThrowIfNull(period);
        var lastDay = Zone.DayOf(period.ClosesAt.AddTicks(-1), timeZone);
        return new OpenMonth(period.DrawId, lastDay.ToString("MMMM", CultureInfo.CurrentCulture), lastDay);
    }
}
