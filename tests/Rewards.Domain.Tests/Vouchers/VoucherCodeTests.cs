using Rewards.Domain.Codes;
using Rewards.Domain.Vouchers;
using Xunit;

namespace Rewards.Domain.Tests.Vouchers;

public class VoucherCodeTests
{
    [Fact]
    public void A_new_code_is_canonical_and_read_back_however_it_is_typed()
    {
        var code = VoucherCode.Create();

        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$", code);
        Assert.True(VoucherCode.TryRead(code.ToLowerInvariant().Replace("-", ""), out var canonical, out var slip));
        Assert.Equal(code, canonical);
        Assert.Null(slip);
    }

    [Fact]
    public void New_codes_differ_and_use_every_symbol_at_every_place()
    {
        var codes = Enumerable.Range(0, 2000).Select(_ => VoucherCode.Create().Replace("-", "")).ToList();

        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(Enumerable.Range(0, 16), place => Assert.Equal(32, codes.Select(code => code[place]).Distinct().Count()));
    }

    [Fact]
    public void A_mistyped_code_gives_its_slip_and_no_code()
    {
        Assert.False(VoucherCode.TryRead("8CM6-A9N6-NG8Y-RFTX", out var canonical, out var slip));
        Assert.Null(canonical);
        Assert.Equal(new CodeSlip(CodeSlipKind.CheckFailed, null), slip);
    }
}
