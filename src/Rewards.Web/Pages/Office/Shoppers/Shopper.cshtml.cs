using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.FuelPoints;
using Rewards.Application.Shoppers;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Shoppers;

/// <summary>One shopper's whole story; adjustments are proposed here, and a card is linked.</summary>
[ResponseCache(NoStore = true)]
public sealed class ShopperModel(ShowShopper show, AdjustFuelPoints adjust, LinkCard link) : PageModel
{
    private const int LastPage = 10_000;

    /// <summary>What there is to tell.</summary>
    public ShopperStory Story { get; private set; } = null!;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>What was just done: <c>adjust</c> or <c>link-card</c>.</summary>
    public string? Done { get; private set; }

    /// <summary>Points to give or take, as typed.</summary>
    public string? Points { get; private set; }

    /// <summary>Why, as typed.</summary>
    public string? Reason { get; private set; }

    /// <summary>A card, as typed.</summary>
    public string? Card { get; private set; }

    /// <summary>The masked address, else the masked card.</summary>
    public string Name => Story.Email ?? Story.Card ?? "";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string? done, CancellationToken cancellationToken)
    {
        Done = done is "adjust" or "link-card" ? done : null;
        return await ShowAsync(id, cancellationToken);
    }

    /// <summary>Proposes an adjustment.</summary>
    public async Task<IActionResult> OnPostAdjustAsync(Guid id, string? points, string? reason, CancellationToken cancellationToken)
    {
        (Points, Reason) = (points, reason);
        var number = int.TryParse(points?.Trim().Replace('−', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var typed) ? typed : (int?)null;
        var outcome = await adjust.ProposeAsync(id, number, reason, StoreClaim.PersonOf(User), cancellationToken);
        return await AnswerAsync(id, outcome.Error, "adjust", cancellationToken);
    }

    /// <summary>Links a card.</summary>
    public async Task<IActionResult> OnPostCardAsync(Guid id, string? card, bool seen, CancellationToken cancellationToken)
    {
        Card = card;
        return await AnswerAsync(id, (await link.RunAsync(id, card, seen, StoreClaim.PersonOf(User), cancellationToken)).Error, "link-card", cancellationToken);
    }

    /// <summary>Whether a field is what was refused.</summary>
    public bool IsWrong(string field) => Refusals.Any(r => r.Field == field);

    /// <summary>The address of another page of a list; the other lists begin at their first.</summary>
    public string PageAddress(string list, int page, string section) =>
        $"/office/shoppers/{Story.Id}?{list}={page.ToString(CultureInfo.InvariantCulture)}#{section}";

    private async Task<IActionResult> AnswerAsync(Guid id, Error? refusal, string done, CancellationToken cancellationToken)
    {
        if (refusal is null)
        {
            return LocalRedirect($"/office/shoppers/{id}?done={done}");
        }

        Refusals = [refusal];
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return await ShowAsync(id, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        var pages = new StoryPages(PageOf("lines"), PageOf("vouchers"), PageOf("responses"), PageOf("refunds"), PageOf("adjustments"));
        if (await show.RunAsync(id, pages, cancellationToken) is not { } story)
        {
            return NotFound();
        }

        Story = story;
        return Page();
    }

    private int PageOf(string list) => Math.Clamp(OfficeFilter.NumberOf(Request.Query[list].ToString()) ?? 1, 1, LastPage);
}
