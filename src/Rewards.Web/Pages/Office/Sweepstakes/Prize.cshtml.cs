using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Sweepstakes.Claims;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>A prize and who it was offered to: tells them by hand, opens what they answered, accepts it, hands it over.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PrizeModel(ShowPrize show, TellByHand tell, RevealAnswer reveal, AcceptPrize accept, FulfilPrize fulfil) : PageModel
{
    private static readonly string[] _steps = ["accepted", "fulfilled"];

    /// <summary>The step that was just taken.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>The offer that was looked at.</summary>
    [BindProperty]
    public int Turn { get; set; }

    /// <summary>How it was handed over, as typed.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>What it is worth, as typed.</summary>
    [BindProperty]
    public string? Amount { get; set; }

    /// <summary>The prize.</summary>
    public OfficePrize Prize { get; private set; } = null!;

    /// <summary>The link for a winner who is told by hand, where it was just asked for.</summary>
    public PrizeLink? Link { get; private set; }

    /// <summary>What the winner answered, where it was just opened.</summary>
    public ClaimAnswer? Answer { get; private set; }

    /// <summary>Why something was not done.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    private Guid Me => StoreClaim.PersonOf(User);

    /// <summary>Whether a field was refused.</summary>
    public bool IsBad(string field) => Refusals.Any(r => r.Field == field);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string drawId, int prize, CancellationToken cancellationToken)
    {
        if (await show.RunAsync(drawId, prize, cancellationToken) is not { } shown)
        {
            return NotFound();
        }

        Prize = shown;
        Done = _steps.Contains(Done) ? Done : null;
        return Page();
    }

    /// <summary>Shows the link for a winner who is told by hand.</summary>
    public async Task<IActionResult> OnPostTellAsync(string drawId, int prize, CancellationToken cancellationToken)
    {
        Link = Taken(await tell.RunAsync(drawId, prize, Me, cancellationToken));
        return await OnGetAsync(drawId, prize, cancellationToken);
    }

    /// <summary>Opens what the winner answered.</summary>
    public async Task<IActionResult> OnPostRevealAsync(string drawId, int prize, CancellationToken cancellationToken)
    {
        Answer = Taken(await reveal.RunAsync(drawId, prize, Me, cancellationToken));
        return await OnGetAsync(drawId, prize, cancellationToken);
    }

    /// <summary>Opens a page that was handed in.</summary>
    public async Task<IActionResult> OnPostFileAsync(string drawId, int prize, int number, CancellationToken cancellationToken) =>
        Taken(await reveal.FileAsync(drawId, prize, number, Me, cancellationToken)) is { } file
            ? File(file.Content, file.Type, $"{drawId}-{prize}-{number}{file.Extension}")
            : await OnGetAsync(drawId, prize, cancellationToken);

    /// <summary>Accepts the answer.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(
        string drawId, int prize, bool age, bool residence, bool affidavit, bool employment, CancellationToken cancellationToken) => await AfterAsync(
            drawId, prize, await accept.RunAsync(drawId, prize, Turn, new PrizeChecks(age, residence, affidavit, employment), Me, cancellationToken), "accepted", cancellationToken);

    /// <summary>Hands it over as a voucher.</summary>
    public async Task<IActionResult> OnPostVoucherAsync(string drawId, int prize, CancellationToken cancellationToken) =>
        await AfterAsync(drawId, prize, await fulfil.AsVoucherAsync(drawId, prize, Turn, Amount, Me, cancellationToken), "fulfilled", cancellationToken);

    /// <summary>Takes down that it was handed over.</summary>
    public async Task<IActionResult> OnPostHandAsync(string drawId, int prize, CancellationToken cancellationToken) =>
        await AfterAsync(drawId, prize, await fulfil.ByHandAsync(drawId, prize, Turn, Note, Amount, Me, cancellationToken), "fulfilled", cancellationToken);

    private async Task<IActionResult> AfterAsync(
        string drawId, int prize, Outcome<PrizeClaim> outcome, string done, CancellationToken cancellationToken) =>
        Taken(outcome) is null ? await OnGetAsync(drawId, prize, cancellationToken) : LocalRedirect($"/office/sweepstakes/{drawId}/prizes/{prize}?done={done}");

    private T? Taken<T>(Outcome<T> outcome)
        where T : class
    {
        if (!outcome.IsRefused(out var refusal, out var value))
        {
            return value;
        }

        Refusals = [refusal];
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return null;
    }
}
