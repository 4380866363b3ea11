using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Rewards.Application.Localization;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;
using Rewards.Web.Hosting;
using Rewards.Web.Pages.Sweepstakes;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>One batch of cards: typed by one person, checked by another, each by what is theirs to do.</summary>
[ResponseCache(NoStore = true)]
public sealed class MailInBatchModel(ShowMailIn show, TypeMailIn type, CheckMailIn check) : EntrantPage
{
    /// <summary>Which month.</summary>
    public string DrawId { get; private set; } = "";

    /// <summary>The batch with its cards.</summary>
    public ShownBatch Batch { get; private set; } = null!;

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Postmark { get; set; }

    /// <summary>Whether whoever looks has typed it.</summary>
    public bool IsOwn => Batch.TypedById == Me;

    /// <summary>Whether cards can be added by whoever looks.</summary>
    public bool MayType => Batch.Status == MailInStatus.Typing && IsOwn;

    /// <summary>Whether whoever looks can check it.</summary>
    public bool MayCheck => Batch.Status == MailInStatus.Submitted && !IsOwn;

    private Guid Me => StoreClaim.PersonOf(User);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string drawId, Guid id, CancellationToken cancellationToken)
    {
        if (await show.FindAsync(drawId, id, cancellationToken) is not { } batch)
        {
            return NotFound();
        }

        (DrawId, Batch) = (drawId, batch);
        return Page();
    }

    /// <summary>Adds a card.</summary>
    public async Task<IActionResult> OnPostAddAsync(string drawId, Guid id, CancellationToken cancellationToken)
    {
        var day = DateOnly.TryParseExact(Postmark, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : (DateOnly?)null;
        return await AnswerAsync(drawId, id, await type.AddAsync(id, Typed, day, Me, cancellationToken), cancellationToken);
    }

    /// <summary>Takes a card out.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string drawId, Guid id, Guid card, CancellationToken cancellationToken) =>
        await AnswerAsync(drawId, id, await type.RemoveAsync(id, card, Me, cancellationToken), cancellationToken);

    /// <summary>Hands it to another person.</summary>
    public async Task<IActionResult> OnPostSubmitAsync(string drawId, Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(drawId, id, await type.SubmitAsync(id, Me, cancellationToken), cancellationToken);

    /// <summary>Checks it.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string drawId, Guid id, CancellationToken cancellationToken)
    {
        if (await show.FindAsync(drawId, id, cancellationToken) is not { } batch)
        {
            return NotFound();
        }

        var decisions = batch.Cards.Where(c => Chosen(c) is not null).ToDictionary(c => c.Id, c => new CardDecision(Chosen(c) == "accept", ReasonOf(c)));
        return await AnswerAsync(drawId, id, await check.RunAsync(id, decisions, Me, Texts.CurrentLanguage, cancellationToken), cancellationToken);
    }

    /// <summary>What was chosen for a card: <c>accept</c> or <c>strike</c>; null for neither.</summary>
    public string? Chosen(ShownCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return Request.HasFormContentType && Request.Form[$"decision-{card.Id:n}"] is [("accept" or "strike") and var chosen] ? chosen : null;
    }

    /// <summary>The reason that was typed for a card.</summary>
    public string? ReasonOf(ShownCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return Request.HasFormContentType ? Request.Form[$"reason-{card.Id:n}"].ToString() : null;
    }

    private async Task<IActionResult> AnswerAsync(string drawId, Guid id, Outcome<MailInBatch> outcome, CancellationToken cancellationToken)
    {
        if (outcome.Error is not { } refusal)
        {
            return LocalRedirect($"/office/sweepstakes/{drawId}/mail-in/{id}");
        }

        Refuse(refusal);
        return await OnGetAsync(drawId, id, cancellationToken);
    }
}
