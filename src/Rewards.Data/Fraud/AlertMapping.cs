using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Data.Staff;
using Rewards.Domain.Fraud;

namespace Rewards.Data.Fraud;

internal sealed class AlertMapping : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Subject).HasMaxLength(Alert.SubjectLength);
        builder.Property(a => a.Who).HasMaxLength(Alert.WhoLength);
        builder.Property(a => a.Evidence).HasMaxLength(Alert.EvidenceLength);
        builder.Property(a => a.Note).HasMaxLength(Alert.NoteLength);
        builder.Property(a => a.AcknowledgedAt).IsConcurrencyToken();
        builder.HasIndex(a => new { a.Kind, a.Subject, a.Day }).IsUnique();
        builder.HasIndex(a => new { a.AcknowledgedAt, a.At });
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(a => a.AcknowledgedById).OnDelete(DeleteBehavior.Restrict);
    }
}
