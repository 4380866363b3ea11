using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Webhooks;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Webhooks;

/// <summary>Who is told of awards and redemptions: adds one, and shows its secret once. For administrators.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(CreateWebhook create, ListWebhooks list) : PageModel
{
    /// <summary>The webhooks, those that are sent to first.</summary>
    public IReadOnlyList<WebhookLine> List { get; private set; } = [];

    /// <summary>The one that was just added.</summary>
    public CreatedWebhook? Created { get; private set; }

    /// <summary>Why none was added.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>Where to.</summary>
    [BindProperty(Name = "url")]
    public string? Address { get; set; }

    /// <summary>What to tell.</summary>
    [BindProperty]
    public IReadOnlyList<string> Events { get; set; } = [];

    /// <summary>Lists.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        List = await list.RunAsync(cancellationToken);
        if (Refusal is not null)
        {
            Response.StatusCode = ProblemPage.StatusOf(Refusal);
        }

        return Page();
    }

    /// <summary>Adds one, and shows its secret in this one answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await create.RunAsync(Address, [.. Events], StoreClaim.PersonOf(User), cancellationToken);
        (Refusal, Created) = outcome.IsRefused(out var refusal, out var created) ? (refusal, (CreatedWebhook?)null) : (null, created);
        return await OnGetAsync(cancellationToken);
    }
}
