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
/// The desk: a scan shows the voucher, a tap takes all of it. Each time a voucher is shown, its form gets a key, so that
/// whatever is sent from it takes once. The desk sends codes in bodies: an address is kept by the browser.
/// </summary>
[ResponseCache(NoStore = true)]
public sealed class RedeemModel(
    LookUpVoucher lookUp, RedeemVoucher redeem, ShowRedemption show, ReferenceData reference, Texts texts) : PageModel
{
    // More is a slip of the finger: no such purchase is made at a till.
    private const int MostPurchaseCents = 10_000_000;

    /// <summary>As typed or scanned.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The part to take, as typed.</summary>
    [BindProperty]
    public string? Amount { get; set; }

    /// <summary>What the purchase comes to, as typed; asked for where the voucher wants a purchase of so much.</summary>
    [BindProperty]
    public string? Purchase { get; set; }

    /// <summary>What would be lost of a voucher that is good once; set where it is asked before a part is taken.</summary>
    public PartOfOnce? Loss { get; private set; }

    /// <summary>The stores the voucher is good at, by name; null for all.</summary>
    public string? StoreNames { get; private set; }

    /// <summary>What the form of the voucher that is shown carries.</summary>
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

    /// <summary>Shows the voucher that was scanned.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken cancellationToken)
    {
        (Amount, Purchase) = (null, null);
        return await ShowAsync(await lookUp.RunAsync(Code, StoreClaim.StaffOf(HttpContext), cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Takes all of a voucher that the page showed, or a part where one was typed: the Enter key presses the first button. Of a
    /// voucher that is good once the rest of a part is lost, so that is asked first.
    /// </summary>
    /// <param name="key">The form's.</param>
    /// <param name="all">All that was left when it was shown, in cents; null for a part.</param>
    /// <param name="lose">What is to be lost, in cents, as it was asked; null where it was not.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(string? key, int? all, int? lose, CancellationToken cancellationToken)
    {
        var staff = StoreClaim.StaffOf(HttpContext);
        var isPart = all is null || !string.IsNullOrWhiteSpace(Amount);
        var amount = isPart ? TypedAmount.Read(Amount) : all!.Value;
        var purchase = TypedAmount.Read(Purchase);
        if (isPart && amount.Error is null && await lookUp.RunAsync(Code, staff, cancellationToken) is { Error: null } found
            && PartOfOnce.Of(found.Value, amount.Value) is { } loss && loss.LostCents != lose)
        {
            Loss = loss;
            return await ShowAsync(found, cancellationToken);
        }

        var outcome = amount.Error is { } unreadable
            ? unreadable
            : await redeem.RunAsync(
                new RedemptionOrder(Code, amount.Value, purchase.Error is null && purchase.Value <= MostPurchaseCents ? purchase.Value : null), staff, key, cancellationToken);
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
    public string InWords(Error refusal) => refusal switch
    {
        IdempotencyKeyReused or IdempotencyKeyMissing => texts["store.form-used"],
        VoucherHeld held => texts["store.held-until", Store!.SecondOf(held.Until)],
        _ => texts[refusal],
    };

    private async Task<IActionResult> ShowAsync(Outcome<VoucherAtDesk>? found, CancellationToken cancellationToken)
    {
        Store = await reference.StoreAsync(StoreClaim.StaffOf(HttpContext).StoreNumber, cancellationToken);
        Voucher = found is { Error: null } ? found.Value : null;
        StoreNames = (await reference.GetAsync(cancellationToken)).NamesOf(Voucher?.Voucher.Stores);
        Refusal ??= found?.Error ?? Voucher?.Refusal;
        if (Refusal is not null)
        {
            Response.StatusCode = ProblemPage.StatusOf(Refusal);
        }

        return Page();
    }
}

/// <summary>What a part takes of a voucher that is good once, and what is lost with it.</summary>
/// <param name="TakenCents">What is taken.</param>
/// <param name="LostCents">What can never be taken afterwards.</param>
public sealed record PartOfOnce(int TakenCents, int LostCents)
{
    /// <summary>Null where nothing is lost, or nothing can be taken.</summary>
    public static PartOfOnce? Of(VoucherAtDesk at, int cents)
    {
        ArgumentNullException.ThrowIfNull(at);
        return at is { Refusal: null, Voucher: { Terms.SingleUse: true, LeftCents: var left } } && cents < left ? new PartOfOnce(cents, left - cents) : null;
    }
}
