using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.Localization;
using Rewards.Application.Receipts;
using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Domain.Receipts;
using Rewards.Domain.Stores;
using Rewards.Domain.Vouchers;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.StoreDesk;

/// <summary>
/// The desk: a scan shows the voucher, a tap takes all of it. Each time a voucher is shown, its forms get one key, so that
/// whatever is sent from them takes once.
/// </summary>
[ResponseCache(NoStore = true)]
public sealed class RedeemModel(
    LookUpVoucher lookUp, RedeemVoucher redeem, ShowRedemption show, ReferenceData reference, Texts texts) : PageModel
{
    /// <summary>As typed or scanned.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The part to take, as typed.</summary>
    [BindProperty]
    public string? Amount { get; set; }

    /// <summary>What the purchase comes to, as typed; asked for where the voucher wants a purchase of so much.</summary>
    [BindProperty]
    public string? Purchase { get; set; }

    /// <summary>What the forms of the voucher that is shown carry.</summary>
    public string Key { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The store of who is signed in.</summary>
    public Store? Store { get; private set; }

    /// <summary>The voucher on the desk.</summary>
    public VoucherAtDesk? Voucher { get; private set; }

    /// <summary>What was taken last.</summary>
    public RedemptionLine? Result { get; private set; }

    /// <summary>Why nothing was, or can be, taken.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>Shows a voucher, or what was taken last.</summary>
    /// <param name="done">The redemption that was just made.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IActionResult> OnGetAsync(Guid? done, CancellationToken cancellationToken)
    {
        var staff = StoreClaim.StaffOf(HttpContext);
        if (done is { } redemption)
        {
            Result = await show.RunAsync(redemption, staff.StoreNumber, cancellationToken);
        }

        return await ShowAsync(string.IsNullOrWhiteSpace(Code) ? null : await lookUp.RunAsync(Code, staff, cancellationToken), cancellationToken);
    }

    /// <summary>Takes all of a voucher that the page showed, or a part of it.</summary>
    /// <param name="key">The form's.</param>
    /// <param name="all">All that was left when it was shown, in cents; null for a part.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(string? key, int? all, CancellationToken cancellationToken)
    {
        var staff = StoreClaim.StaffOf(HttpContext);
        var amount = all is { } shown ? shown : TypedAmount.Read(Amount);
        var purchase = TypedAmount.Read(Purchase);
        var outcome = amount.Error is { } unreadable
            ? unreadable
            : await redeem.RunAsync(
                new RedemptionOrder(Code, amount.Value, purchase.Error is null ? purchase.Value : null), staff, key, cancellationToken);
        if (!outcome.IsRefused(out var refusal, out var redeemed))
        {
            return RedirectToPage(new { done = redeemed.RedemptionId });
        }

        Refusal = refusal;
        return await ShowAsync(
            refusal is VoucherCodeSlip or VoucherUnknown or TooManyCodes ? null : await lookUp.RunAsync(Code, staff, cancellationToken),
            cancellationToken);
    }

    /// <summary>A refusal in the words of the desk.</summary>
    public string InWords(Error refusal) => refusal is IdempotencyKeyReused or IdempotencyKeyMissing
        ? texts["store.form-used"]
        : texts[refusal];

    private async Task<IActionResult> ShowAsync(Outcome<VoucherAtDesk>? found, CancellationToken cancellationToken)
    {
        Store = await reference.StoreAsync(StoreClaim.StaffOf(HttpContext).StoreNumber, cancellationToken);
        Voucher = found is { Error: null } ? found.Value : null;
        Refusal ??= found?.Error ?? Voucher?.Refusal;
        if (Refusal is not null)
        {
            Response.StatusCode = ProblemPage.StatusOf(Refusal);
        }

        return Page();
    }
}
