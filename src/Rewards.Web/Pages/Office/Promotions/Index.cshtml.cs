using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Localization;
using Rewards.Application.Promotions;

namespace Rewards.Web.Pages.Office.Promotions;

/// <summary>All promotions: where they stand, what is left of their budgets, what they give.</summary>
public sealed class IndexModel(ListPromotions list, EditPromotion edit, Texts texts) : PageModel
{
    /// <summary>Which page, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>The promotions.</summary>
    public PromotionList List { get; private set; } = null!;

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) => List = await list.RunAsync(PageNumber, cancellationToken);

    /// <summary>Begins a draft and opens it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        LocalRedirect($"/office/promotions/{await edit.BeginAsync(texts["promotions.new-name"], cancellationToken)}");
}
