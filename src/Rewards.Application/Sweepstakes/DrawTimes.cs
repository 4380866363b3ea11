using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>The steps of a draw, UTC; null for a step that was not taken yet.</summary>
/// <param name="DrawId">As in the protocol.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="OpensAt">Inclusive.</param>
/// <param name="ClosesAt">Exclusive.</param>
/// <param name="SettledFrom">From when the entries can be frozen.</param>
/// <param name="FrozenAt">When they were.</param>
/// <param name="CommittedAt">When the commitment was published.</param>
/// <param name="AnnouncementAt">When the value is announced.</param>
/// <param name="DrawnAt">When the winners were known.</param>
public sealed record DrawTimes(
    string DrawId,
    SweepstakesStatus Status,
    DateTime OpensAt,
    DateTime ClosesAt,
    DateTime SettledFrom,
    DateTime? FrozenAt,
    DateTime? CommittedAt,
    DateTime? AnnouncementAt,
    DateTime? DrawnAt)
{
    /// <summary>The first day of the month it is of.</summary>
    public DateOnly Month => MonthlySweepstakes.FirstDayOf(DrawId);

    /// <summary>What can be done or is waited for at an instant (UTC).</summary>
    public DrawPhase PhaseAt(DateTime now) => Status switch
    {
        SweepstakesStatus.Drawn => DrawPhase.Drawn,
        SweepstakesStatus.Committed => now < AnnouncementAt ? DrawPhase.Waiting : DrawPhase.Announced,
        SweepstakesStatus.Frozen => DrawPhase.Frozen,
        _ => now < OpensAt ? DrawPhase.Soon
            : now < ClosesAt ? DrawPhase.Open
            : now < SettledFrom ? DrawPhase.Settling
            : DrawPhase.Over,
    };
}

/// <summary>Where a draw stands, finer than its status: what time alone changes is told apart.</summary>
public enum DrawPhase
{
    /// <summary>Its rules are published; it takes no entries yet.</summary>
    Soon,

    /// <summary>It takes entries.</summary>
    Open,

    /// <summary>It is over, and the last entries may still be on their way.</summary>
    Settling,

    /// <summary>Its entries can be frozen.</summary>
    Over,

    /// <summary>Its entries are settled; the commitment can be published.</summary>
    Frozen,

    /// <summary>The commitment is public; the value is not announced yet.</summary>
    Waiting,

    /// <summary>The value is due to be announced; the draw can be run.</summary>
    Announced,

    /// <summary>Winners are known.</summary>
    Drawn,
}
