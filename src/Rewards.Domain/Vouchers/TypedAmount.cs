using System.Globalization;
using System.Text.RegularExpressions;

namespace Rewards.Domain.Vouchers;

/// <summary>
/// An amount of money as people type it: <c>2.50</c>, <c>2,50</c>, <c>$2.50</c>, <c>2.5</c>, <c>.50</c>, <c>1,000.50</c>. A comma
/// before three digits parts thousands, as both languages write it here; a point stands before cents only.
/// </summary>
public static partial class TypedAmount
{
    private const int CentsOfAUnit = 100;

    /// <summary>
    /// Reads an amount. Refuses with <c>voucher-amount-missing</c>, <c>voucher-amount-unreadable</c> and, where it is nothing or
    /// less, <c>voucher-amount-invalid</c>.
    /// </summary>
    /// <param name="text">As typed; may be null.</param>
    /// <returns>Cents; <see cref="int.MaxValue"/> for more than that, so that the balance refuses it and says what is left.</returns>
    public static Outcome<int> Read(string? text)
    {
        var typed = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));
        if (typed.Length == 0)
        {
            return new VoucherAmountMissing();
        }

        var match = Pattern().Match(typed);
        if (!match.Success)
        {
            return new VoucherAmountUnreadable();
        }

        var units = match.Groups["units"].Value.Replace(",", "", StringComparison.Ordinal).TrimStart('0');
        var cents = int.Parse(match.Groups["cents"].Value.PadRight(2, '0'), NumberStyles.None, CultureInfo.InvariantCulture);
        var isLess = match.Groups["minus"].Success;
        if (isLess || (units.Length == 0 && cents == 0))
        {
            return new VoucherAmountInvalid();
        }

        return long.TryParse(units.PadLeft(1, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
            && whole <= int.MaxValue / CentsOfAUnit - 1
            ? (int)(whole * CentsOfAUnit) + cents
            : int.MaxValue;
    }

    [GeneratedRegex(@"^(?:(?<minus>[-−–])?\$?|\$(?<minus>[-−–]))(?=[.,]?[0-9])(?:(?<units>[0-9]{1,3}(?:,[0-9]{3})+)(?:\.(?<cents>[0-9]{0,2}))?|(?<units>[0-9]{0,100})(?:[.,](?<cents>[0-9]{0,2}))?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
