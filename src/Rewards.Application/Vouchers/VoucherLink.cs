using Rewards.Domain.Vouchers;

namespace Rewards.Application.Vouchers;

/// <summary>
/// What a voucher's QR holds: its link, which any phone opens, and behind the code what a desk without network checks. In capitals,
/// which a QR holds in fewer modules and a scanner types alike whether Caps Lock is on or not (docs/vouchers-offline.md).
/// </summary>
public sealed class VoucherLink(OfflineVouchers forms, PortalSettings settings)
{
    /// <summary>The link of a voucher.</summary>
    /// <param name="canonicalCode">Its code.</param>
    /// <param name="form">What can be taken, where and until when.</param>
    public string Of(string canonicalCode, OfflineForm form)
    {
        ArgumentNullException.ThrowIfNull(canonicalCode);
        var address = new Uri(settings.Portal.Url.TrimEnd('/'));
        var signed = settings.Offline.MostCents > 0 ? forms.Sign(canonicalCode, form) : null;
        var path = $"/V/{canonicalCode.Replace("-", "", StringComparison.Ordinal)}{(signed is null ? "" : $"/{signed}")}";

        // A path of the portal's own may tell capitals from small letters; scheme and host do not.
        return address.GetLeftPart(UriPartial.Authority).ToUpperInvariant() + address.AbsolutePath.TrimEnd('/') + path;
    }
}
