using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Data.Audit;

internal sealed class AuditLinkMapping : IEntityTypeConfiguration<AuditLink>
{
    public void Configure(EntityTypeBuilder<AuditLink> builder)
    {
        // Decides between two that write the next link.
        builder.HasKey(l => l.Sequence);
        builder.Property(l => l.Sequence).ValueGeneratedNever();
        builder.Property(l => l.ContentHash).HasMaxLength(Digest.Length).IsFixedLength();
        builder.Property(l => l.Hash).HasMaxLength(Digest.Length).IsFixedLength();
        builder.Ignore(l => l.Head);

        // Nothing is linked twice; and finds what is not linked.
        builder.HasIndex(l => new { l.Kind, l.SubjectId }).IsUnique();
    }
}

internal sealed class AuditEventMapping : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Detail).HasMaxLength(AuditEvent.DetailLength);
        builder.HasIndex(e => e.At);
        builder.HasIndex(e => new { e.Act, e.At });
        builder.HasIndex(e => new { e.ActorId, e.At });
    }
}

internal sealed class AuditCheckMapping : IEntityTypeConfiguration<AuditCheck>
{
    public void Configure(EntityTypeBuilder<AuditCheck> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.HeadHash).HasMaxLength(Digest.Length);
        builder.Property(c => c.Fault).HasMaxLength(AuditCheck.FaultLength);
        builder.Ignore(c => c.Head);
        builder.Ignore(c => c.IsOfDates);
        builder.HasIndex(c => c.FinishedAt);
    }
}
