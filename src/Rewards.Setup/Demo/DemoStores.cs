using System.Globalization;

namespace Rewards.Setup.Demo;

/// <summary>How the made-up stores differ, so that the office has something to find.</summary>
internal sealed class DemoStores
{
    /// <summary>The store whose desk the demo's staff work at: the busiest.</summary>
    public const int Desk = 367;

    /// <summary>The store that has been getting worse lately.</summary>
    public const int Declining = 406;

    /// <summary>For how many days it has.</summary>
    public const int DecliningDays = 14;

    private static readonly string[] _departments = ["Produce", "Meat", "Deli", "Bakery", "Grocery", "Health & household"];

    private readonly Dictionary<int, DemoStore> _byNumber = [];

    /// <summary>A store.</summary>
    public DemoStore Of(int number)
    {
        if (!_byNumber.TryGetValue(number, out var store))
        {
            _byNumber[number] = store = Make(number);
        }

        return store;
    }

    private static DemoStore Make(int number)
    {
        var chance = new Chance("store/" + number.ToString(CultureInfo.InvariantCulture));
        var level = number == Declining ? 0.35 : chance.Normal() * 0.45;
        var strong = chance.Below(_departments.Length);
        var weak = (strong + 1 + chance.Below(_departments.Length - 1)) % _departments.Length;
        return new DemoStore(level, _departments[strong], _departments[weak], chance.Normal() * 0.25);
    }
}

/// <summary>How good a made-up store is, around 0.</summary>
/// <param name="Level">On the whole.</param>
/// <param name="Strong">The department people like.</param>
/// <param name="Weak">The department people do not.</param>
/// <param name="Checkout">Its lines, apart from the whole.</param>
internal sealed record DemoStore(double Level, string Strong, string Weak, double Checkout)
{
    /// <summary>How good a department is, apart from the whole.</summary>
    public double Department(string name) => name == Strong ? 0.5 : name == Weak ? -0.7 : 0;
}
