using Microsoft.AspNetCore.Mvc;
using Rewards.Application.Surveys;
using Rewards.Application.Vouchers;
using Rewards.Domain.Vouchers;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Vouchers;

/// <summary>
/// Issues another voucher for a lost one, which dies. The new one is mailed to its owner, or shown in this one answer to be printed.
/// </summary>
[ResponseCache(NoStore = true)]
public sealed class ReissueModel(VoidVoucher makeVoid, ShowVoucherStory show) : VoucherAct(show)
{
    /// <summary>The new voucher, with its code.</summary>
    public EarnedVoucher? Issued { get; private set; }

    /// <summary>The new voucher's name.</summary>
    public Guid? ReplacementId { get; private set; }

    /// <summary>Re-issues.</summary>
    /// <param name="id">The lost one.</param>
    /// <param name="to">Whether the new one is shown or mailed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, Reissue to, CancellationToken cancellationToken)
    {
        var how = to == Reissue.Mailed ? Reissue.Mailed : Reissue.Shown;
        var outcome = await makeVoid.RunAsync(id, VoidReason.Lost, how, StoreClaim.PersonOf(User), cancellationToken);
        if (outcome.IsRefused(out var refusal, out var done))
        {
            return await RefuseAsync(id, refusal, cancellationToken);
        }

        (Issued, ReplacementId) = (done.Shown, done.ReplacementId);
        return Issued is null ? LocalRedirect($"/office/vouchers/{ReplacementId}?done=mailed") : await OnGetAsync(id, cancellationToken);
    }
}
