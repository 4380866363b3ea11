using FsCheck;
using FsCheck.Fluent;

namespace Rewards.Domain.Tests;

/// <summary>What property tests draw from, and how they are run.</summary>
internal static class Given
{
    private static readonly Config _config = Config.QuickThrowOnFailure.WithMaxTest(300);

    /// <summary>Any number from one to another, both included.</summary>
    public static Gen<int> Number(int from, int to) => Gen.Choose(from, to);

    /// <summary>Any bytes, this many.</summary>
    public static Gen<byte[]> Bytes(int length) => Gen.ArrayOf(Gen.Choose(0, 255).Select(number => (byte)number), length);

    /// <summary>Requires that a statement holds for whatever is drawn.</summary>
    public static void ForAll<T>(Gen<T> drawn, Func<T, bool> holds) => Prop.ForAll(drawn.ToArbitrary(), holds).Check(_config);
}
