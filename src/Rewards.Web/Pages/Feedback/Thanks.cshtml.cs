using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Surveys;

namespace Rewards.Web.Pages.Feedback;

/// <summary>The confirmation: what was earned and why, and what happens next. Open to whoever took part.</summary>
[ResponseCache(NoStore = true)]
public sealed class ThanksModel(ShowConfirmation show) : PageModel
{
    /// <summary>What was earned.</summary>
    public Confirmation? Confirmation { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string code, Guid response, CancellationToken cancellationToken)
    {
        Confirmation = await show.RunAsync(code, response, cancellationToken);
        return Confirmation is null ? NotFound() : Page();
    }
}
