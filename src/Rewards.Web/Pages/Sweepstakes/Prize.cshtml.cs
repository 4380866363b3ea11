using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Rewards.Application;
using Rewards.Application.Localization;
using Rewards.Application.Sweepstakes.Claims;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Sweepstakes;

/// <summary>
/// What the link of a winner's mail opens: who they are, the affidavit, or that they do not want the prize. Nobody is signed in: whoever has
/// the link is the winner, so no cookie and no token is asked for, and the address is told to nobody.
/// </summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(SignInLimit.Entries)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[TakesFiles]
public sealed class PrizeModel(ShowOffer show, AnswerPrize answer) : EntrantPage
{
    /// <summary>As typed or chosen.</summary>
    [BindProperty]
    public string? Birth { get; set; }

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Phone { get; set; }

    /// <summary>How to stand on the list of winners.</summary>
    [BindProperty]
    public WinnerConsent? Consent { get; set; }

    /// <summary>The legal name, typed again.</summary>
    [BindProperty]
    public string? Signature { get; set; }

    /// <summary>Whether the box is ticked.</summary>
    [BindProperty]
    public bool Agree { get; set; }

    /// <summary>How it is signed: <c>paper</c> by hand, all else here.</summary>
    [BindProperty]
    public string? Way { get; set; }

    /// <summary>The prize.</summary>
    public ShownOffer Offer { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string key, CancellationToken cancellationToken)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await show.RunAsync(id, key, cancellationToken) is not { } offer)
        {
            return NotFound();
        }

        Offer = offer;
        return Page();
    }

    /// <summary>Answers; sent again, the first answer stands.</summary>
    public Task<IActionResult> OnPostAsync(Guid id, string key, CancellationToken cancellationToken) => AfterAsync(
        id,
        key,
        () => answer.RunAsync(
            id, key, new ClaimForm(Name, Street, Unit, City, State, Zip, Birth, Phone, Consent, Way == "paper", Signature, Agree), Texts.CurrentLanguage, cancellationToken),
        cancellationToken);

    /// <summary>Takes a page that was signed on paper.</summary>
    public Task<IActionResult> OnPostUploadAsync(Guid id, string key, IFormFile? file, CancellationToken cancellationToken) => AfterAsync(
        id,
        key,
        async () =>
        {
            await using var content = file?.OpenReadStream() ?? Stream.Null;
            return (await AttachedFile.ReadAsync(content, cancellationToken)).IsRefused(out var refusal, out var attached)
                ? refusal
                : await answer.HandInAsync(id, key, attached, cancellationToken);
        },
        cancellationToken);

    /// <summary>Says that the prize is not wanted.</summary>
    public Task<IActionResult> OnPostDeclineAsync(Guid id, string key, CancellationToken cancellationToken) =>
        AfterAsync(id, key, () => answer.DeclineAsync(id, key, cancellationToken), cancellationToken);

    private async Task<IActionResult> AfterAsync(Guid id, string? key, Func<Task<Outcome<PrizeClaim>>> act, CancellationToken cancellationToken)
    {
        if (key is null)
        {
            // The form was too large to be read, and with it nothing of the address is bound.
            ReadableRequests.ForgetBody(HttpContext);
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if ((User.Identity?.IsAuthenticated == true ? new PrizeAnswerByStaff() : await act()).IsRefused(out var refusal, out _))
        {
            Refuse(refusal);
            return await OnGetAsync(id, key, cancellationToken);
        }

        return LocalRedirect(Request.Path);
    }
}
