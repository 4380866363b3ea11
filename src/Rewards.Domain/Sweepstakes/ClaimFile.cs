namespace Rewards.Domain.Sweepstakes;

/// <summary>A page of a signed affidavit, as a winner handed it in; its bytes are sealed.</summary>
public sealed class ClaimFile
{
    /// <summary>The most of one claim.</summary>
    public const int Most = 3;

    private ClaimFile()
    {
    }

    /// <summary>Takes a file.</summary>
    /// <param name="id">Made at the edge; what the bytes are sealed to.</param>
    /// <param name="claimId">Of which claim.</param>
    /// <param name="number">From 1; unique in its claim.</param>
    /// <param name="type">Its media type, by its content.</param>
    /// <param name="sealedBytes">The content, sealed.</param>
    /// <param name="addedAt">UTC.</param>
    public ClaimFile(Guid id, Guid claimId, int number, string type, byte[] sealedBytes, DateTime addedAt)
    {
        Id = id;
        ClaimId = claimId;
        Number = number;
        Type = type;
        SealedBytes = sealedBytes;
        AddedAt = addedAt;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>Of which claim.</summary>
    public Guid ClaimId { get; private set; }

    /// <summary>From 1; unique in its claim.</summary>
    public int Number { get; private set; }

    /// <summary>Its media type, by its content.</summary>
    public string Type { get; private set; } = "";

    /// <summary>The content, sealed.</summary>
    public byte[] SealedBytes { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTime AddedAt { get; private set; }
}
