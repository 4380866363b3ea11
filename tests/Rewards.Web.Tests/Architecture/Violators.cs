using Rewards.Domain;

namespace Rewards.Web.Tests.Architecture;

/// <summary>Everything that is not done in <c>src/</c>, done here on purpose: the rules are tried on it.</summary>
internal static class Violators
{
    public static DateTime LooksAtTheClock() => DateTime.UtcNow;

    public static object RollsDice() => new Random();

    public static bool ReadsFiles() => File.Exists("/");

    public sealed record Reward;

    internal interface IVoucherStore;

    internal interface IUnused;

    internal interface IEdge;

    internal interface IShape;

    internal sealed class VoucherStore : IVoucherStore;

    internal sealed class Circle : IShape;

    internal sealed class Square : IShape;

    internal sealed record Unheard() : Error("unheard-of", ErrorKind.Conflict);

    internal sealed record UnheardToo() : Error("unheard-of", ErrorKind.Conflict);

    internal sealed record Shouting(int Count) : Error("SHOUTING", ErrorKind.Invalid)
    {
        public override IReadOnlyList<object> Arguments => [Count];
    }
}
