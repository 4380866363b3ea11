using System.Collections.Concurrent;
using Rewards.Domain.Receipts;

namespace Rewards.Web.Tests.Conservation;

/// <summary>What the actors know of, and what they were told was done: the test's own books.</summary>
internal sealed class World
{
    /// <summary>The cards in use: few, so that they are fought for.</summary>
    public static IReadOnlyList<string> Cards { get; } = [.. Enumerable.Range(0, 8).Select(i => $"4000000{i}")];

    /// <summary>Codes of vouchers.</summary>
    public Pile<string> Vouchers { get; } = new();

    /// <summary>Redemptions to undo.</summary>
    public Pile<Guid> Redemptions { get; } = new();

    /// <summary>Redemptions of points to undo.</summary>
    public Pile<Guid> FuelRedemptions { get; } = new();

    /// <summary>Receipts of tills that had no network.</summary>
    public Pile<ReceiptForTests> Unregistered { get; } = new();

    /// <summary>Codes of receipts to refund.</summary>
    public Pile<string> Receipts { get; } = new();

    /// <summary>Every answer that said it was done: by what, then by its id, with its cents or points.</summary>
    public ConcurrentDictionary<string, ConcurrentDictionary<Guid, int>> Acknowledged { get; } = new();

    /// <summary>How often what was answered.</summary>
    public ConcurrentDictionary<string, int> Tally { get; } = new();

    /// <summary>What must never be.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>Takes down that something was done; the same twice is a fault.</summary>
    public void Done(string what, Guid id, int amount)
    {
        if (!Acknowledged.GetOrAdd(what, _ => new()).TryAdd(id, amount))
        {
            Faults.Enqueue($"{what} {id} was answered to two who asked");
        }
    }

    /// <summary>What was said to be done of a kind.</summary>
    public IReadOnlyDictionary<Guid, int> Of(string what) => Acknowledged.TryGetValue(what, out var done) ? done : new ConcurrentDictionary<Guid, int>();

    /// <summary>Things that several take from.</summary>
    public sealed class Pile<T>
        where T : notnull
    {
        private readonly List<T> _things = [];

        /// <summary>Puts one on.</summary>
        public void Add(T thing)
        {
            lock (_things)
            {
                _things.Add(thing);
            }
        }

        /// <summary>Looks at one, the later the likelier; false where there is none.</summary>
        public bool TryPick(Dice dice, out T thing)
        {
            lock (_things)
            {
                thing = _things.Count > 0 ? dice.OneOf(_things) : default!;
                return _things.Count > 0;
            }
        }
    }
}

/// <summary>A receipt in a shopper's hand.</summary>
/// <param name="Code">As printed.</param>
/// <param name="Key">What it stands for.</param>
/// <param name="TotalCents">What was paid.</param>
internal sealed record ReceiptForTests(string Code, ReceiptKey Key, int TotalCents);
