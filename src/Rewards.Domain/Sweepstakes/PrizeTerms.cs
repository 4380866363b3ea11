namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// What a winner gets and how long they have to answer, as the official rules and prizes say: fixed when a sweepstakes is opened, so that
/// changed settings change nothing of an open one.
/// </summary>
/// <param name="ClaimDays">Days from being told.</param>
/// <param name="ValuesInCents">Retail value of each prize, in prize order; where the rules give none, 0.</param>
/// <param name="Sponsor">Who gives it, as the rules name them; the chain where empty.</param>
public sealed record PrizeTerms(int ClaimDays, IReadOnlyList<int> ValuesInCents, string Sponsor = "")
{
    /// <summary>Days from being told, where nothing else was said.</summary>
    public const int UsualClaimDays = 14;

    /// <summary>The value of a prize in cents.</summary>
    /// <param name="prize">The line of <c>prizes.txt</c>, from 1.</param>
    public int ValueOf(int prize) => prize <= ValuesInCents.Count ? ValuesInCents[prize - 1] : 0;
}
