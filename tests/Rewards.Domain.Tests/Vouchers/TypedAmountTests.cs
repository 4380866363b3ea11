using Rewards.Domain.Vouchers;
using Xunit;

namespace Rewards.Domain.Tests.Vouchers;

public class TypedAmountTests
{
    [Theory]
    [InlineData("2.50", 250)]
    [InlineData("2,50", 250)]
    [InlineData("$2.50", 250)]
    [InlineData(" $ 2.50 ", 250)]
    [InlineData("2.5", 250)]
    [InlineData("2.", 200)]
    [InlineData("2", 200)]
    [InlineData(".50", 50)]
    [InlineData(",5", 50)]
    [InlineData("0.01", 1)]
    [InlineData("007", 700)]
    [InlineData("1,000", 100_000)]
    [InlineData("1,000.50", 100_050)]
    [InlineData("$1,234,567.5", 123_456_750)]
    [InlineData("1\u00A0000", 100_000)]
    [InlineData("21474835.99", 2_147_483_599)]
    public void Money_is_read_as_a_cashier_types_it(string typed, int cents) => Assert.Equal(cents, TypedAmount.Read(typed).Value);

    [Theory]
    [InlineData("0")]
    [InlineData("0.00")]
    [InlineData("$0")]
    [InlineData("-1")]
    [InlineData("-$2.50")]
    [InlineData("$-2.50")]
    [InlineData("−2,50")]
    public void Nothing_or_less_is_refused_as_such(string typed) => Assert.IsType<VoucherAmountInvalid>(TypedAmount.Read(typed).Error);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t ")]
    public void An_empty_field_is_refused_as_such(string? typed) => Assert.IsType<VoucherAmountMissing>(TypedAmount.Read(typed).Error);

    [Theory]
    [InlineData("two")]
    [InlineData("2.505")]
    [InlineData("1.000")]
    [InlineData("1,0000")]
    [InlineData("1,00,000")]
    [InlineData("1,000,50")]
    [InlineData("2.5.0")]
    [InlineData("$")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("+2")]
    [InlineData("2$")]
    [InlineData("٢")]
    [InlineData("2.50\n9")]
    [InlineData("€2.50")]
    public void Nonsense_is_refused_as_such(string typed) => Assert.IsType<VoucherAmountUnreadable>(TypedAmount.Read(typed).Error);

    [Theory]
    [InlineData("21474836.48")]
    [InlineData("99999999999999999999")]
    public void More_than_any_voucher_holds_stays_more_than_any_voucher_holds(string typed) =>
        Assert.Equal(int.MaxValue, TypedAmount.Read(typed).Value);
}
