namespace Rewards.Domain.Sweepstakes;

/// <summary>The outline of the tree over a sweepstakes' settled entries (<see cref="TreeOutline"/>), kept beside its root: what proofs are made from.</summary>
public sealed class DrawingOutline
{
    private DrawingOutline()
    {
    }

    /// <summary>Keeps it.</summary>
    /// <param name="sweepstakesId">Of which.</param>
    /// <param name="outline">Of its settled entries.</param>
    public DrawingOutline(int sweepstakesId, TreeOutline outline)
    {
        ArgumentNullException.ThrowIfNull(outline);
        SweepstakesId = sweepstakesId;
        Bytes = outline.ToBytes();
    }

    /// <summary>Of which; one each.</summary>
    public int SweepstakesId { get; private set; }

    /// <summary>As <see cref="TreeOutline.ToBytes"/> wrote it.</summary>
    public byte[] Bytes { get; private set; } = [];
}
