using Rewards.Application.Localization;
using Rewards.Application.Sweepstakes;

namespace Rewards.Web.Pages.Sweepstakes;

/// <summary>The five steps of a draw, for <c>_DrawTimeline</c>.</summary>
/// <param name="Times">When each was or is.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Entries">Settled.</param>
/// <param name="FrozenBy">In the office: who settled them.</param>
/// <param name="CommittedBy">In the office: who published.</param>
/// <param name="DrawnBy">In the office: who drew.</param>
public sealed record DrawTimeline(
    DrawTimes Times, DrawPhase Phase, long? Entries, string? FrozenBy = null, string? CommittedBy = null, string? DrawnBy = null)
{
    /// <summary>The steps in words.</summary>
    public IEnumerable<DrawStep> Steps(Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        yield return new(
            texts["draws.step-open"],
            texts["draws.step-open-when", Times.OpensAt, Times.ClosesAt.AddMinutes(-1)],
            null,
            Phase > DrawPhase.Open,
            Phase == DrawPhase.Open,
            Phase == DrawPhase.Soon ? Times.OpensAt : Phase == DrawPhase.Open ? Times.ClosesAt : null);
        yield return new(
            texts["draws.step-frozen"],
            Times.FrozenAt is { } frozen
                ? texts["draws.step-frozen-when", frozen, Texts.Count(Entries ?? 0)]
                : texts["draws.step-frozen-next", Times.SettledFrom],
            FrozenBy,
            Times.FrozenAt is not null,
            Phase is DrawPhase.Settling or DrawPhase.Over,
            Phase == DrawPhase.Settling ? Times.SettledFrom : null);
        yield return new(
            texts["draws.step-committed"],
            Times.CommittedAt is { } committed ? texts["draws.step-committed-when", committed] : texts["draws.step-committed-next"],
            CommittedBy,
            Times.CommittedAt is not null,
            Phase == DrawPhase.Frozen);
        yield return new(
            texts["draws.step-announced"],
            Times.AnnouncementAt is { } announced ? texts["draws.step-announced-when", announced] : texts["draws.step-announced-next"],
            null,
            Phase >= DrawPhase.Announced,
            Phase == DrawPhase.Waiting,
            Phase == DrawPhase.Waiting ? Times.AnnouncementAt : null);
        yield return new(
            texts["draws.step-drawn"],
            Times.DrawnAt is { } drawn ? texts["draws.step-drawn-when", drawn] : texts["draws.step-drawn-next"],
            DrawnBy,
            Times.DrawnAt is not null,
            Phase == DrawPhase.Announced);
    }
}

/// <summary>A step.</summary>
/// <param name="Name">What it is.</param>
/// <param name="When">When it was or is.</param>
/// <param name="By">Who took it.</param>
/// <param name="IsDone">Whether it is behind.</param>
/// <param name="IsCurrent">Whether it is the one that goes on or is waited for.</param>
/// <param name="Until">When it begins, or ends where it goes on, UTC; null where people decide that.</param>
public sealed record DrawStep(string Name, string When, string? By, bool IsDone, bool IsCurrent, DateTime? Until = null);
