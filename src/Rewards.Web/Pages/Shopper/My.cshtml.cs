using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rewards.Application.Localization;
using Rewards.Application.Shoppers;
using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Shopper;

/// <summary>My rewards: what a shopper has, or the way in by a mailed link.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[EnableRateLimiting(SignInLimit.Links)]
public sealed class MyModel(ShowMyRewards show, SendSignInLink send) : PageModel
{
    private const int LastPage = 10_000;

    /// <summary>What the shopper who is signed in has; null where nobody is.</summary>
    public MyRewards? Rewards { get; private set; }

    /// <summary>Whether a link was just asked for.</summary>
    public bool IsAskedFor { get; private set; }

    /// <summary>The address, as typed.</summary>
    public string? Email { get; private set; }

    /// <summary>Why no link was sent.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>Shows it.</summary>
    /// <param name="points">Page of the ledger.</param>
    /// <param name="vouchers">Page of the vouchers.</param>
    /// <param name="entries">Page of the entries.</param>
    /// <param name="sent">Whether a link was just asked for.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task OnGetAsync(int points, int vouchers, int entries, bool sent, CancellationToken cancellationToken)
    {
        IsAskedFor = sent;
        if (await HttpContext.ShopperAsync() is { } shopper)
        {
            Rewards = await show.RunAsync(shopper, PageOf(points), PageOf(vouchers), PageOf(entries), cancellationToken);
        }
    }

    /// <summary>Sends a link.</summary>
    public async Task<IActionResult> OnPostAsync(string? email, CancellationToken cancellationToken)
    {
        var outcome = await send.RunAsync(email, Texts.CurrentLanguage, cancellationToken);
        if (!outcome.IsRefused(out var refusal, out _))
        {
            return RedirectToPage(new { sent = "true" });
        }

        (Email, Refusals) = (email, [refusal]);
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return Page();
    }

    /// <summary>The key of what is said of a voucher.</summary>
    public static string KeyOf(MyVoucher voucher) => voucher switch
    {
        { State: VoucherState.Used } => "my.voucher-used",
        { State: VoucherState.Expired } => "my.voucher-expired",
        { State: VoucherState.Void } => "my.voucher-void",
        { Stores: null } => "my.voucher-good",
        { Stores.Numbers.Count: 1 } => "my.voucher-good-store",
        _ => "my.voucher-good-stores",
    };

    /// <summary>The address of another page of a list; the other lists stay where they are.</summary>
    public string PageAddress(string section, int? points = null, int? vouchers = null, int? entries = null) => Url.Page(
        null,
        null,
        new { points = points ?? Rewards!.Lines.Number, vouchers = vouchers ?? Rewards!.Vouchers.Number, entries = entries ?? Rewards!.Entries.Number },
        null,
        null,
        section)!;

    private static int PageOf(int asked) => Math.Clamp(asked, 1, LastPage);
}
