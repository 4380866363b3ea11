using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rewards.Data;

/// <summary>A key that signs cookies and forms, shared by all nodes; its XML is encrypted before it comes here.</summary>
public sealed class ProtectionKey
{
    /// <summary>Given by the database.</summary>
    public int Id { get; init; }

    /// <summary>The key's own name.</summary>
    public required string Name { get; init; }

    /// <summary>Encrypted.</summary>
    public required string Xml { get; init; }
}

internal sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder) => builder.Property(k => k.Name).HasMaxLength(100);
}
