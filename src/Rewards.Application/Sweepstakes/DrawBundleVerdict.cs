namespace Rewards.Application.Sweepstakes;

/// <summary>What came out of checking a draw's bundle (docs/draw-protocol.md §11).</summary>
/// <param name="Checked">
/// Lines for people, in English, of what was checked and what was not; safe to print, whatever the bundle holds.
/// </param>
/// <param name="Disagreement">The first thing that does not agree, with the file where it is; null when everything does.</param>
public sealed record DrawBundleVerdict(IReadOnlyList<string> Checked, string? Disagreement)
{
    /// <summary>Whether everything that was checked agrees.</summary>
    public bool Agrees => Disagreement is null;
}
