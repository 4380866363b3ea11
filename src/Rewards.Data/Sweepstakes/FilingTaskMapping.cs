using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Data.Staff;
using Rewards.Domain.Sweepstakes.Filings;

namespace Rewards.Data.Sweepstakes;

internal sealed class FilingTaskMapping : IEntityTypeConfiguration<FilingTask>
{
    public void Configure(EntityTypeBuilder<FilingTask> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.DrawId).HasMaxLength(40);
        builder.Property(t => t.Rule).HasMaxLength(FilingTask.RuleLength);
        builder.Property(t => t.Place).HasMaxLength(FilingRule.PlaceLength);
        builder.Property(t => t.Text).HasMaxLength(FilingRule.TextLength);
        builder.Property(t => t.TextEs).HasMaxLength(FilingRule.TextLength);
        builder.Property(t => t.Source).HasMaxLength(FilingRule.TextLength);
        builder.Property(t => t.Note).HasMaxLength(FilingTask.NoteLength);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => new { t.DrawId, t.Rule }).IsUnique();
        builder.HasIndex(t => new { t.DoneAt, t.DueOn });
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(t => t.DoneBy).OnDelete(DeleteBehavior.Restrict);
    }
}
