using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Domain.Stores;
using Rewards.Domain.Vouchers;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.StoreDesk;

/// <summary>A supervisor undoes a redemption: sees what it is, says why, and confirms.</summary>
[ResponseCache(NoStore = true)]
public sealed class UndoModel(ReverseRedemption reverse, ShowRedemption show, ReferenceData reference) : PageModel
{
    /// <summary>The redemption, in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What it is.</summary>
    public RedemptionLine? Line { get; private set; }

    /// <summary>The store of who is signed in.</summary>
    public Store? Store { get; private set; }

    /// <summary>Why it was not undone.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>Whether another try could do it.</summary>
    public bool CanBeUndone => Refusal is null or ReversalReasonMissing;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var staff = StoreClaim.StaffOf(HttpContext);
        Line = await show.RunAsync(Id, staff.StoreNumber, cancellationToken);
        Store = await reference.StoreAsync(staff.StoreNumber, cancellationToken);
        if (Line is null)
        {
            return NotFound();
        }

        // Said before a reason is chosen, not after.
        Refusal ??= Line.Undone is not null ? new RedemptionAlreadyReversed() : Line.Staff.StaffId == staff.Id ? new ReversalBySamePerson() : null;
        return Page();
    }

    /// <summary>Undoes it.</summary>
    /// <param name="reason">A name of <see cref="ReversalReason"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(string? reason, CancellationToken cancellationToken)
    {
        var staff = StoreClaim.StaffOf(HttpContext);
        var outcome = Enum.GetNames<ReversalReason>().Contains(reason)
            ? await reverse.RunAsync(Id, Enum.Parse<ReversalReason>(reason!), staff, cancellationToken)
            : new ReversalReasonMissing();
        if (!outcome.IsRefused(out var refusal, out _))
        {
            return RedirectToPage("/Store/Today", new { undone = Id });
        }

        Refusal = refusal;
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return await OnGetAsync(cancellationToken);
    }
}
