using FsCheck;
using FsCheck.Fluent;
using Rewards.Domain.Receipts;
using Xunit;

namespace Rewards.Domain.Tests.Receipts;

public class ReceiptKeyTests
{
    private static readonly Gen<ReceiptKey> _keys =
        from store in Given.Number(0, 65535)
        from day in Given.Number(0, DateOnly.MaxValue.DayNumber)
        from register in Given.Number(0, 63)
        from transaction in Given.Number(0, 4095)
        select Key(store, DateOnly.FromDayNumber(day), register, transaction);

    [Fact]
    public void The_id_gives_the_key_back() => Given.ForAll(_keys, key => ReceiptKey.FromId(key.Id) == key);

    [Fact]
    public void Ids_sort_by_store_then_day_then_register_then_transaction() =>
        Given.ForAll(
            from one in _keys from two in _keys select (one, two),
            drawn => Math.Sign(drawn.one.Id.CompareTo(drawn.two.Id)) == Math.Sign(Parts(drawn.one).CompareTo(Parts(drawn.two))));

    [Fact]
    public void The_id_is_packed_as_documented()
    {
        var key = Key(3, new DateOnly(2026, 11, 2), 5, 7);

        Assert.Equal((3L << 40) + ((long)new DateOnly(2026, 11, 2).DayNumber << 18) + (5 << 12) + 7, key.Id);
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(65536, 0, 0)]
    [InlineData(0, -1, 0)]
    [InlineData(0, 64, 0)]
    [InlineData(0, 0, -1)]
    [InlineData(0, 0, 4096)]
    public void A_part_out_of_range_makes_no_key(int store, int register, int transaction) =>
        Assert.False(ReceiptKey.TryCreate(store, new DateOnly(2026, 11, 2), register, transaction, out _));

    [Theory]
    [InlineData(-1L)]
    [InlineData(long.MaxValue)]
    [InlineData(1L << 56)]
    [InlineData(0x3FFFFFL << 18)]
    public void A_number_that_is_no_packed_key_is_refused(long id) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReceiptKey.FromId(id));

    private static ReceiptKey Key(int store, DateOnly day, int register, int transaction)
    {
        Assert.True(ReceiptKey.TryCreate(store, day, register, transaction, out var key));
        return key;
    }

    private static (int, DateOnly, int, int) Parts(ReceiptKey key) =>
        (key.StoreNumber, key.BusinessDay, key.Register, key.Transaction);
}
