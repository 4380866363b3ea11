using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Localization;
using Rewards.Application.Webhooks;
using Rewards.Domain;
using Rewards.Domain.Webhooks;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Webhooks;

/// <summary>A webhook and what was told to it: pauses, resumes and ends it, tries it, sends again. For administrators.</summary>
[ResponseCache(NoStore = true)]
public sealed class ShowModel(ChangeWebhook change, ListWebhooks list, Texts texts) : PageModel
{
    /// <summary>The webhook and a page of its deliveries.</summary>
    public WebhookStory Story { get; private set; } = null!;

    /// <summary>Where in the list this page is.</summary>
    public PagingView Paging { get; private set; } = null!;

    /// <summary>Why nothing was changed.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await list.ShowAsync(id, OfficeFilter.NumberOf(Request.Query["page"].ToString()) ?? 1, cancellationToken) is not { } story)
        {
            return NotFound();
        }

        Story = story;
        Paging = new PagingView(story.Page, ListWebhooks.PageSize, story.Total, p => $"/office/webhooks/{id}?page={p}");
        if (Refusal is not null)
        {
            Response.StatusCode = ProblemPage.StatusOf(Refusal);
        }

        return Page();
    }

    /// <summary>Turns it into a state.</summary>
    public Task<IActionResult> OnPostTurnAsync(Guid id, WebhookState state, CancellationToken cancellationToken) =>
        DoneAsync(id, Enum.IsDefined(state) ? change.TurnAsync(id, state, StoreClaim.PersonOf(User), cancellationToken) : Task.FromResult<Error?>(new WebhookUnknown()), cancellationToken);

    /// <summary>Tries it.</summary>
    public Task<IActionResult> OnPostPingAsync(Guid id, CancellationToken cancellationToken) =>
        DoneAsync(id, change.PingAsync(id, cancellationToken), cancellationToken);

    /// <summary>Sends one again, or all that were given up.</summary>
    public Task<IActionResult> OnPostReplayAsync(Guid id, Guid? delivery, CancellationToken cancellationToken) =>
        DoneAsync(id, change.ReplayAsync(id, delivery, cancellationToken), cancellationToken);

    /// <summary>What went wrong with the last try, in words; empty where it was never tried.</summary>
    public string FaultOf(WebhookDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery switch
        {
            { LastStatus: { } status } => texts["webhooks.answered", status],
            { LastError: { } fault } => texts["webhooks.unreached", fault],
            _ => "",
        };
    }

    private async Task<IActionResult> DoneAsync(Guid id, Task<Error?> doing, CancellationToken cancellationToken)
    {
        Refusal = await doing;
        return Refusal is null ? Redirect($"/office/webhooks/{id}") : await OnGetAsync(id, cancellationToken);
    }
}
