using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rewards.Data.Receipts;

/// <summary>A forged or guessed code, kept for as long as the throttles look back.</summary>
public sealed class CodeAttempt
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    /// <summary>A keyed hash of the client's address: enough to count by, not to know who.</summary>
    public required byte[] Client { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}

internal sealed class CodeAttemptMapping : IEntityTypeConfiguration<CodeAttempt>
{
    public void Configure(EntityTypeBuilder<CodeAttempt> builder)
    {
        builder.Property(a => a.Client).HasMaxLength(16);
        builder.HasIndex(a => new { a.Client, a.At });
        builder.HasIndex(a => a.At);
    }
}
