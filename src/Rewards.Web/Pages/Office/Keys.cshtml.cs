using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.Staff;
using Rewards.Domain;
using Rewards.Domain.Staff;
using Rewards.Domain.Stores;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office;

/// <summary>The keys of tills, kiosks and apps: makes them, shows each token once, revokes them. For administrators.</summary>
[ResponseCache(NoStore = true)]
public sealed class KeysModel(CreateApiKey create, RevokeApiKey revoke, ListApiKeys list, ReferenceData reference) : PageModel
{
    /// <summary>The keys, the good ones first.</summary>
    public IReadOnlyList<ListedKey> Keys { get; private set; } = [];

    /// <summary>The stores, by number.</summary>
    public IEnumerable<Store> Stores { get; private set; } = [];

    /// <summary>The token of the key that was just made: sealed in a cookie from the answer that made it to the page that shows it, once.</summary>
    [TempData]
    public string? Token { get; set; }

    /// <summary>Why none was made or revoked.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>What the new key is to be called.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The only store it may speak for; null for all.</summary>
    [BindProperty]
    public int? Store { get; set; }

    /// <summary>What it may do.</summary>
    [BindProperty]
    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>Lists.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Keys = await list.RunAsync(cancellationToken);
        Stores = (await reference.GetAsync(cancellationToken)).Stores.Values.OrderBy(s => s.Number);
        if (Refusal is not null)
        {
            Response.StatusCode = ProblemPage.StatusOf(Refusal);
        }

        return Page();
    }

    /// <summary>Makes a key, and sends on to the page that shows its token: loaded again, that page makes nothing and shows no token.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await create.RunAsync(Name, Store, [.. Scopes], StoreClaim.PersonOf(User), cancellationToken);
        if (!outcome.IsRefused(out var refusal, out var created))
        {
            Token = created.Token;
            return RedirectToPage();
        }

        Refusal = refusal;
        return await OnGetAsync(cancellationToken);
    }

    /// <summary>Revokes a key.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        Refusal = await revoke.RunAsync(id, StoreClaim.PersonOf(User), cancellationToken);
        return Refusal is null ? RedirectToPage() : await OnGetAsync(cancellationToken);
    }
}
