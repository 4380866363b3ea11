using Microsoft.AspNetCore.Mvc;
using Rewards.Application.Vouchers;
using Rewards.Domain.Vouchers;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Vouchers;

/// <summary>Makes a voucher void: shows what it is, asks why, and what is pressed is the confirmation.</summary>
[ResponseCache(NoStore = true)]
public sealed class VoidModel(VoidVoucher makeVoid, ShowVoucherStory show) : VoucherAct(show)
{
    /// <summary>Voids.</summary>
    /// <param name="id">Which.</param>
    /// <param name="reason">A name of <see cref="VoidReason"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string? reason, CancellationToken cancellationToken)
    {
        var outcome = Enum.GetNames<VoidReason>().Contains(reason)
            ? await makeVoid.RunAsync(id, Enum.Parse<VoidReason>(reason!), Reissue.Never, StoreClaim.PersonOf(User), cancellationToken)
            : new VoidReasonMissing();
        return outcome.IsRefused(out var refusal, out _)
            ? await RefuseAsync(id, refusal, cancellationToken)
            : LocalRedirect($"/office/vouchers/{id}?done=void");
    }
}
