using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Vouchers;

/// <summary>Finds a voucher. What was typed is posted: a code is money, and stands in no history.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(SearchVouchers search) : PageModel
{
    /// <summary>As typed; a whole code is not shown again.</summary>
    public string? Code { get; private set; }

    /// <summary>Those that fit, where there are several.</summary>
    public IReadOnlyList<ListedVoucher> Found { get; private set; } = [];

    /// <summary>Why none was found.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>Finds: the only one is opened at once.</summary>
    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken cancellationToken)
    {
        Code = code;
        if ((await search.RunAsync(code, HttpContext.ClientAddress(), cancellationToken)).IsRefused(out var refusal, out var found))
        {
            Refusals = [refusal];
            Response.StatusCode = ProblemPage.StatusOf(refusal);
            return Page();
        }

        Found = found;
        return found is [var only] ? LocalRedirect($"/office/vouchers/{only.Id}") : Page();
    }
}
