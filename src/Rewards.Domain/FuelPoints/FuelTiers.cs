namespace Rewards.Domain.FuelPoints;

/// <summary>What so many points are worth at the pump.</summary>
/// <param name="Points">Points that it takes, all of them.</param>
/// <param name="CentsPerGallon">Off the price of a gallon.</param>
public readonly record struct FuelTier(int Points, int CentsPerGallon);

/// <summary>The chain's tiers: more points, more cents a gallon.</summary>
public sealed class FuelTiers
{
    private readonly FuelTier[] _inOrder;

    /// <summary>Takes the tiers in any order.</summary>
    /// <param name="tiers">At least one; more points are worth more.</param>
    /// <exception cref="ArgumentException">One is worth nothing, or more points are not worth more.</exception>
    public FuelTiers(IEnumerable<FuelTier> tiers)
    {
        _inOrder = [.. tiers.OrderBy(t => t.Points)];
        if (_inOrder.Length == 0 || _inOrder.Any(t => t.Points <= 0 || t.CentsPerGallon <= 0))
        {
            throw new ArgumentException("Each tier takes points and gives cents, and there is one at least.", nameof(tiers));
        }

        if (_inOrder.Zip(_inOrder.Skip(1)).Any(p => p.First.Points == p.Second.Points || p.First.CentsPerGallon >= p.Second.CentsPerGallon))
        {
            throw new ArgumentException("More points give more cents a gallon.", nameof(tiers));
        }
    }

    /// <summary>From the fewest points to the most.</summary>
    public IReadOnlyList<FuelTier> InOrder => _inOrder;

    /// <summary>The most that points are worth; null where they reach no tier.</summary>
    public FuelTier? BestFor(int points)
    {
        var reached = Array.FindLastIndex(_inOrder, t => t.Points <= points);
        return reached < 0 ? null : _inOrder[reached];
    }

    /// <summary>The tier that takes exactly so many points; null where none does.</summary>
    public FuelTier? Of(int points)
    {
        var at = Array.FindIndex(_inOrder, t => t.Points == points);
        return at < 0 ? null : _inOrder[at];
    }
}
