namespace Rewards.Domain.Insights;

/// <summary>A score and how it moved.</summary>
/// <param name="Score">Null without answers.</param>
/// <param name="Change">Against the period before; null where there is nothing to compare with.</param>
public sealed record Figure(Score? Score, Change? Change)
{
    /// <summary>A share, and how it moved.</summary>
    public static Figure OfShare(Part now, Part before) => new(now.Share, Change.Of(now, before));

    /// <summary>The NPS, and how it moved.</summary>
    public static Figure OfNps(Tally now, Tally before)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(before);
        return new Figure(now.Nps, Change.Of(now.Recommend, before.Recommend));
    }
}

/// <summary>How many took part.</summary>
/// <param name="Sent">Responses that were sent.</param>
/// <param name="Open">Responses that were begun and not sent.</param>
/// <param name="Receipts">Receipts of the same days.</param>
public readonly record struct Participation(int Sent, int Open, int Receipts)
{
    /// <summary>Completion: sent, of those begun.</summary>
    public Part Completed => new(Sent, Sent + Open);

    /// <summary>
    /// Response: sent, of the receipts. Nothing where there is no receipt without a response: then the tills register none, and
    /// how many there were is not known.
    /// </summary>
    public Part Responded => Receipts > Sent + Open ? new Part(Sent, Receipts) : default;
}
