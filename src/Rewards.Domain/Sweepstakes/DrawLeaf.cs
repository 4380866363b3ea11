using System.Runtime.InteropServices;

namespace Rewards.Domain.Sweepstakes;

/// <summary>An entry as it is committed to: one leaf, no weights (docs/draw-protocol.md §1 and §3).</summary>
/// <param name="Entry">The entry's identifier, which is also its place in the sorted list.</param>
/// <param name="Tag">Stands for the person, within this draw only.</param>
/// <param name="Source">A survey or a free entry.</param>
/// <param name="Date">The day of the entry.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DrawLeaf(EntryId Entry, EntryTag Tag, EntrySource Source, DateOnly Date)
{
    /// <summary>The day as the protocol writes it, yyyymmdd.</summary>
    public int DateNumber => (Date.Year * 10000) + (Date.Month * 100) + Date.Day;

    /// <summary>
    /// <c>L = H(0x00 ‖ S("sweeps/v1/entry") ‖ S(drawId) ‖ entryId ‖ tag ‖ u8 source ‖ u32 yyyymmdd)</c>: what the tree of a
    /// draw holds for this entry.
    /// </summary>
    /// <exception cref="ArgumentException">The draw's id is none (<see cref="DrawId.IsValid"/>).</exception>
    public Digest Hash(string drawId) => new LeafHasher(drawId).Hash(this);
}
