using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Data.Staff;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Shoppers;

namespace Rewards.Data.FuelPoints;

internal sealed class FuelPointAdjustmentMapping : IEntityTypeConfiguration<FuelPointAdjustment>
{
    public void Configure(EntityTypeBuilder<FuelPointAdjustment> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Reason).HasMaxLength(FuelPointAdjustment.ReasonLength);
        builder.Property(a => a.Status).IsConcurrencyToken();
        builder.HasIndex(a => new { a.ShopperId, a.ProposedAt });
        builder.HasIndex(a => new { a.Status, a.ProposedAt });
        builder.HasOne<Shopper>().WithMany().HasForeignKey(a => a.ShopperId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(a => a.ProposedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(a => a.DecidedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LedgerCheckMapping : IEntityTypeConfiguration<LedgerCheck>
{
    public void Configure(EntityTypeBuilder<LedgerCheck> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.FirstFault).HasMaxLength(LedgerCheck.FaultLength);
        builder.HasIndex(c => c.FinishedAt);
    }
}
