using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Data.Sweepstakes;

internal sealed class DispositionEvidenceMapping : IEntityTypeConfiguration<DispositionEvidence>
{
    public void Configure(EntityTypeBuilder<DispositionEvidence> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Code).HasMaxLength(DispositionReason.MaxLength);
        builder.Property(e => e.Hash).HasMaxLength(32);
        builder.Property(e => e.FileType).HasMaxLength(40);
    }
}

internal sealed class DispositionProposalMapping : IEntityTypeConfiguration<DispositionProposal>
{
    public void Configure(EntityTypeBuilder<DispositionProposal> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Code).HasMaxLength(DispositionReason.MaxLength);
        builder.Property(p => p.Reason).HasMaxLength(OfficerProposal.ReasonLength);
        builder.Property(p => p.Status).IsConcurrencyToken();
        builder.HasIndex(p => new { p.ClaimId, p.Waiting }).IsUnique();
        builder.HasIndex(p => p.EvidenceId);
        builder.HasOne<PrizeClaim>().WithMany().HasForeignKey(p => p.ClaimId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DispositionEvidence>().WithMany().HasForeignKey(p => p.EvidenceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecordedDispositionMapping : IEntityTypeConfiguration<RecordedDisposition>
{
    public void Configure(EntityTypeBuilder<RecordedDisposition> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.EntryId).HasMaxLength(16).IsFixedLength();
        builder.Property(d => d.Line).HasMaxLength(Disposition.MaxLineBytes);
        builder.Property(d => d.Hash).HasMaxLength(32);
        builder.HasIndex(d => new { d.SweepstakesId, d.Number }).IsUnique();
        builder.HasIndex(d => d.ClaimId).IsUnique();
        builder.HasIndex(d => d.EvidenceId);
        builder.HasOne<MonthlySweepstakes>().WithMany().HasForeignKey(d => d.SweepstakesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PrizeClaim>().WithMany().HasForeignKey(d => d.ClaimId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DispositionEvidence>().WithMany().HasForeignKey(d => d.EvidenceId).OnDelete(DeleteBehavior.Restrict);
    }
}
