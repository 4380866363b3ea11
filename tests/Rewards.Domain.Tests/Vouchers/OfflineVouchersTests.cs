using System.Globalization;
using Rewards.Domain.Codes;
using Rewards.Domain.Vouchers;
using Xunit;

namespace Rewards.Domain.Tests.Vouchers;

/// <summary>What a voucher's QR says, signed (docs/vouchers-offline.md).</summary>
public class OfflineVouchersTests
{
    private const string Code = "8CM6-A9N6-W0KY-R3T2";

    private static readonly OfflineForm _form = new(500, new DateOnly(2026, 12, 31), 2_000, StoreSet.Of([27, 46]), SingleUse: false);

    public static TheoryData<int> VectorNumbers => [.. Enumerable.Range(0, Vectors.OfflineVouchers.GetProperty("forms").GetArrayLength())];

    [Theory, MemberData(nameof(VectorNumbers))]
    public void Forms_of_the_vectors_are_read_and_written_alike(int number)
    {
        var vector = Vectors.OfflineVouchers.GetProperty("forms")[number];
        var form = new OfflineForm(
            vector.GetProperty("limitCents").GetInt32(),
            DateOnly.ParseExact(vector.GetProperty("lastDay").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            vector.GetProperty("minimumPurchaseCents").GetInt32(),
            StoreSet.Of(vector.GetProperty("stores").EnumerateArray().Select(s => s.GetInt32())),
            vector.GetProperty("singleUse").GetBoolean());
        var payload = Convert.FromHexString(vector.GetProperty("payload").GetString()!);

        Assert.True(Keys().TryRead(vector.GetProperty("code").GetString()!, vector.GetProperty("text").GetString(), out var read));
        Assert.Equal(form, read);
        Assert.Equal(payload, form.Payload((ushort)((payload[1] << 8) | payload[2])));
    }

    [Fact]
    public void Public_keys_are_those_of_the_vectors() => Assert.Equal(
        Vectors.OfflineVouchers.GetProperty("keys").EnumerateArray().Select(k => (k.GetProperty("id").GetInt32(), k.GetProperty("point").GetString())),
        Keys().PublicKeys.Select(k => ((int)k.Id, (string?)Convert.ToBase64String(k.Point))));

    [Fact]
    public void What_was_signed_is_read_back_in_any_case()
    {
        var text = Keys().Sign(Code, _form)!;

        Assert.True(Keys().TryRead(Code, text, out var read));
        Assert.True(Keys().TryRead(Code, text.ToLowerInvariant(), out _));
        Assert.Equal(_form, read);
    }

    [Fact]
    public void Whatever_single_symbol_is_changed_it_is_refused()
    {
        var text = Keys().Sign(Code, _form)!;

        Assert.All(Enumerable.Range(0, text.Length), at =>
        {
            var other = Crockford.SymbolOf((Crockford.ValueOf(text[at]) + 1) % 32);
            Assert.False(Keys().TryRead(Code, $"{text[..at]}{other}{text[(at + 1)..]}", out _));
        });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("not a form!")]
    public void What_is_no_form_is_refused(string? text) => Assert.False(Keys().TryRead(Code, text, out _));

    [Fact]
    public void A_form_cut_off_lengthened_or_of_another_voucher_is_refused()
    {
        var text = Keys().Sign(Code, _form)!;

        Assert.False(Keys().TryRead(Code, text[..^1], out _));
        Assert.False(Keys().TryRead(Code, text + "0", out _));
        Assert.False(Keys().TryRead(Code, text + new string('0', 200), out _));
        Assert.False(Keys().TryRead("ZZZZ-ZZZZ-ZZZZ-ZZZZ", text, out _));
    }

    [Fact]
    public void A_key_that_is_dropped_signs_nothing_any_more_and_an_older_one_still_does()
    {
        var (old, @new) = (Secret('6'), Secret('5'));
        var text = new OfflineVouchers([old]).Sign(Code, _form);

        Assert.True(new OfflineVouchers([@new, old]).TryRead(Code, text, out _));
        Assert.False(new OfflineVouchers([@new]).TryRead(Code, text, out _));
    }

    [Fact]
    public void A_voucher_of_more_stores_than_fit_has_no_form()
    {
        Assert.NotNull(Keys().Sign(Code, _form with { Stores = StoreSet.Of(Enumerable.Range(1, OfflineForm.MostStores)) }));
        Assert.Null(Keys().Sign(Code, _form with { Stores = StoreSet.Of(Enumerable.Range(1, OfflineForm.MostStores + 1)) }));
    }

    private static OfflineVouchers Keys() => new([Secret('5'), Secret('6')]);

    private static byte[] Secret(char digit) => Convert.FromHexString(new string(digit, 64));
}
