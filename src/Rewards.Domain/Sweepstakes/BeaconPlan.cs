namespace Rewards.Domain.Sweepstakes;

/// <summary>Which beacon.</summary>
public enum BeaconKind
{
    /// <summary>A round of drand's quicknet: nobody has to be trusted, and it verifies itself.</summary>
    Drand = 0,

    /// <summary>A value announced in public, that people compare with its source.</summary>
    Ceremony = 1,
}

/// <summary>The beacon that a draw will be decided by, before its value is known.</summary>
public sealed record BeaconPlan
{
    private BeaconPlan(Digest id, long round, DateTime dueAt, string? description) => (Id, Round, DueAt, Description) = (id, round, dueAt, description);

    /// <summary>Which: what the manifest calls <c>beaconId</c>.</summary>
    public Digest Id { get; }

    /// <summary>The round of it; 0 for a ceremony.</summary>
    public long Round { get; }

    /// <summary>When its value is due, UTC.</summary>
    public DateTime DueAt { get; }

    /// <summary>Of a ceremony: where the value comes from and how it is written.</summary>
    public string? Description { get; }

    /// <summary>Which of the two.</summary>
    public BeaconKind Kind => Description is null ? BeaconKind.Drand : BeaconKind.Ceremony;

    /// <summary>A round of drand's quicknet.</summary>
    /// <param name="round">1 to <see cref="Quicknet.LastRound"/>.</param>
    public static BeaconPlan Drand(long round) => new(Quicknet.BeaconId, round, Quicknet.TimeOf(round).UtcDateTime, null);

    /// <summary>A ceremony.</summary>
    /// <param name="description">As it is hashed.</param>
    /// <param name="announcementAt">UTC.</param>
    public static BeaconPlan Ceremony(string description, DateTime announcementAt) =>
        new(Sweepstakes.Ceremony.IdOf(description), 0, announcementAt, description);
}
