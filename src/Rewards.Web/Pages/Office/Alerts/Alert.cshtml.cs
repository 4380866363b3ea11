using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Fraud;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Alerts;

/// <summary>One alert with what was found; whoever has looked at it says what came of it.</summary>
[ResponseCache(NoStore = true)]
public sealed class AlertModel(ListAlerts list, AcknowledgeAlert acknowledge) : PageModel
{
    /// <summary>The alert.</summary>
    public AlertPage Found { get; private set; } = null!;

    /// <summary>What was typed.</summary>
    public string? Note { get; private set; }

    /// <summary>Why it was not closed.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await list.OfAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Response.StatusCode = Refusal is null ? StatusCodes.Status200OK : ProblemPage.StatusOf(Refusal);
        return Page();
    }

    /// <summary>Closes it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string? note, CancellationToken cancellationToken)
    {
        Note = note;
        Refusal = await acknowledge.RunAsync(id, note, StoreClaim.PersonOf(User), cancellationToken);
        return Refusal is null ? LocalRedirect($"/office/alerts/{id}") : await OnGetAsync(id, cancellationToken);
    }
}
