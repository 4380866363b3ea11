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

    /// <summary>The secret of the one that was just added: sealed in a cookie from the answer that added it to the page that shows it, once.</summary>
    [TempData]
    public string? Secret { get; set; }

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

    /// <summary>Adds one, and sends on to the page that shows its secret: loaded again, that page adds nothing and shows no secret.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await create.RunAsync(Address, [.. Events], StoreClaim.PersonOf(User), cancellationToken);
        if (!outcome.IsRefused(out var refusal, out var created))
        {
            Secret = created.Secret;
            return RedirectToPage();
        }

        Refusal = refusal;
        return await OnGetAsync(cancellationToken);
    }
}
