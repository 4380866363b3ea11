namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// Somebody who cannot win, as the office wrote it down: of staff who enter by another address than their account's, of their households, of
/// agencies. Their entries are excluded as a month's entries are settled; what was settled before stays.
/// </summary>
public sealed class ExcludedPerson
{
    /// <summary>The longest note, in UTF-16 units.</summary>
    public const int NoteLength = 200;

    private ExcludedPerson()
    {
    }

    /// <summary>Writes somebody down; by an e-mail address, a household, or both.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="emailKey">The canonical address; null for none.</param>
    /// <param name="householdId">What those who live there are counted by; null for none.</param>
    /// <param name="sealedDetails">What was typed.</param>
    /// <param name="by">The officer.</param>
    /// <param name="at">UTC.</param>
    public ExcludedPerson(Guid id, string? emailKey, Guid? householdId, byte[] sealedDetails, Guid by, DateTime at)
    {
        Id = id;
        EmailKey = emailKey;
        HouseholdId = householdId;
        SealedDetails = sealedDetails;
        By = by;
        At = at;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>The canonical address (<see cref="Shoppers.EmailAddress.Canonical"/>).</summary>
    public string? EmailKey { get; private set; }

    /// <summary>What those who live there are counted by.</summary>
    public Guid? HouseholdId { get; private set; }

    /// <summary>What was typed: address, e-mail, note.</summary>
    public byte[] SealedDetails { get; private set; } = [];

    /// <summary>The officer.</summary>
    public Guid By { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}
