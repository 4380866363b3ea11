using FsCheck;
using FsCheck.Fluent;
using Rewards.Domain.Codes;
using Rewards.Domain.Receipts;
using Xunit;

namespace Rewards.Domain.Tests.Receipts;

public class ReceiptCodesTests
{
    private static readonly DateOnly _epoch = new(2020, 1, 1);
    private static readonly DateOnly _today = new(2026, 11, 2);
    private static readonly byte[] _old = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] _new = [.. Enumerable.Repeat((byte)2, 32)];

    public static TheoryData<int, int, int, int, string> Printed()
    {
        var data = new TheoryData<int, int, int, int, string>();
        foreach (var vector in Vectors.ReceiptCodes.GetProperty("vectors").EnumerateArray())
        {
            int Part(string name) => vector.GetProperty(name).GetInt32();
            data.Add(Part("store"), Part("day"), Part("register"), Part("transaction"), vector.GetProperty("code").GetString()!);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public void Codes_of_the_vectors_are_printed_and_read(int store, int day, int register, int transaction, string code)
    {
        var codes = new ReceiptCodes([Convert.FromHexString(Vectors.ReceiptCodes.GetProperty("key").GetString()!)]);
        var key = Key(store, _epoch.AddDays(day), register, transaction);

        Assert.Equal(code, codes.Print(key));
        Assert.Equal(new ReceiptCodeReading.Valid(key, code), codes.Read(code, _epoch.AddDays(day)));
    }

    [Fact]
    public void What_is_printed_within_the_window_is_read_back() =>
        Given.ForAll(
            from store in Given.Number(0, 65535)
            from age in Given.Number(-31, 2016)
            from register in Given.Number(0, 63)
            from transaction in Given.Number(0, 4095)
            from today in Given.Number(new DateOnly(2017, 1, 1).DayNumber, new DateOnly(2090, 1, 1).DayNumber)
            select (Today: DateOnly.FromDayNumber(today), Key: Key(store, DateOnly.FromDayNumber(today - age), register, transaction)),
            drawn =>
            {
                var codes = new ReceiptCodes([_new]);
                var code = codes.Print(drawn.Key);
                return codes.Read(code.ToLowerInvariant().Replace('-', ' '), drawn.Today)
                    == new ReceiptCodeReading.Valid(drawn.Key, code);
            });

    [Fact]
    public void A_day_before_the_epoch_is_never_negative()
    {
        var codes = new ReceiptCodes([_new]);
        var key = Key(1, new DateOnly(2017, 6, 1), 2, 3);

        Assert.Equal(codes.Print(key), codes.Print(Key(1, _epoch.AddDays(1104), 2, 3)));
        Assert.Equal(key, Assert.IsType<ReceiptCodeReading.Valid>(codes.Read(codes.Print(key), new DateOnly(2017, 6, 3))).Key);
    }

    [Theory]
    [InlineData(31, 31)]
    [InlineData(32, 32 - 2048)]
    [InlineData(-2016, -2016)]
    [InlineData(-2017, 2048 - 2017)]
    public void Beyond_the_window_the_day_wraps(int printedDaysFromToday, int readDaysFromToday)
    {
        var codes = new ReceiptCodes([_new]);

        var reading = codes.Read(codes.Print(Key(1, _today.AddDays(printedDaysFromToday), 2, 3)), _today);

        Assert.Equal(_today.AddDays(readDaysFromToday), Assert.IsType<ReceiptCodeReading.Valid>(reading).Key.BusinessDay);
    }

    [Fact]
    public void Codes_of_an_older_key_are_still_read_and_new_ones_carry_the_newest()
    {
        var key = Key(42, _today, 2, 3);
        var before = new ReceiptCodes([_old]);
        var during = new ReceiptCodes([_new, _old]);
        var after = new ReceiptCodes([_new]);

        Assert.Equal(key, Assert.IsType<ReceiptCodeReading.Valid>(during.Read(before.Print(key), _today)).Key);
        Assert.Equal(key, Assert.IsType<ReceiptCodeReading.Valid>(after.Read(during.Print(key), _today)).Key);
        Assert.IsType<ReceiptCodeReading.Forged>(after.Read(before.Print(key), _today));
    }

    [Fact]
    public void A_right_check_symbol_alone_is_forged() =>
        Given.ForAll(
            Given.Bytes(15),
            data =>
            {
                // 30 bits of MAC: one guess in 2³⁰ is right, and 300 are drawn.
                byte[] symbols = [.. data.Select(symbol => (byte)(symbol & 31)), 0];
                symbols[^1] = (byte)CheckSymbol.Of(symbols.AsSpan()[..^1]);
                return new ReceiptCodes([_new, _old]).Read(GroupedCode.Format(symbols), _today) is ReceiptCodeReading.Forged;
            });

    [Fact]
    public void Another_symbol_with_the_check_symbol_mended_is_forged() =>
        Given.ForAll(
            from at in Given.Number(0, 14) from offset in Given.Number(1, 31) from transaction in Given.Number(0, 4095)
            select (at, offset, transaction),
            drawn =>
            {
                var codes = new ReceiptCodes([_new]);
                var symbols = new byte[16];
                _ = GroupedCode.Read(codes.Print(Key(7, _today, 1, drawn.transaction)), symbols);
                symbols[drawn.at] = (byte)((symbols[drawn.at] + drawn.offset) & 31);
                symbols[^1] = (byte)CheckSymbol.Of(symbols.AsSpan()[..^1]);
                return codes.Read(GroupedCode.Format(symbols), _today) is ReceiptCodeReading.Forged;
            });

    [Theory]
    [InlineData(null, CodeSlipKind.Empty, null)]
    [InlineData("8CM6-A9N6-NG8Y-RFTX", CodeSlipKind.CheckFailed, null)]
    [InlineData("8CM6-A9N6-NUUY-RFTP", CodeSlipKind.InvalidSymbol, 3)]
    [InlineData("8CM6-A9N6-NG-RFTP", CodeSlipKind.WrongLength, 3)]
    public void A_mistyped_code_is_a_slip_and_never_forged(string? text, CodeSlipKind kind, int? group) =>
        Assert.Equal(
            new ReceiptCodeReading.Slip(new CodeSlip(kind, group)), new ReceiptCodes([_new]).Read(text, _today));

    [Fact]
    public void Keys_of_another_length_or_none_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ReceiptCodes([]));
        Assert.Throws<ArgumentException>(() => new ReceiptCodes([_new, new byte[31]]));
    }

    private static ReceiptKey Key(int store, DateOnly day, int register, int transaction)
    {
        Assert.True(ReceiptKey.TryCreate(store, day, register, transaction, out var key));
        return key;
    }
}
