using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Stores;

namespace Rewards.Data.FuelPoints;

internal sealed class FuelRedemptionMapping : IEntityTypeConfiguration<FuelRedemption>
{
    public void Configure(EntityTypeBuilder<FuelRedemption> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Cashier).HasMaxLength(TillActor.CashierLength);
        builder.Property(r => r.IdempotencyKey).HasMaxLength(64);
        builder.Property(r => r.RequestHash).HasMaxLength(32);
        builder.HasIndex(r => new { r.ActorId, r.IdempotencyKey }).IsUnique();
        builder.HasIndex(r => new { r.ShopperId, r.At });
        builder.HasIndex(r => new { r.StoreNumber, r.BusinessDay, r.At });
        builder.HasOne<Shopper>().WithMany().HasForeignKey(r => r.ShopperId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Store>().WithMany().HasForeignKey(r => r.StoreNumber).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_FuelRedemptions_Points", "\"Points\" > 0 AND \"PointsLeft\" >= 0"));
    }
}

internal sealed class FuelRedemptionReversalMapping : IEntityTypeConfiguration<FuelRedemptionReversal>
{
    public void Configure(EntityTypeBuilder<FuelRedemptionReversal> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Supervisor).HasMaxLength(TillActor.CashierLength);
        builder.HasIndex(r => r.FuelRedemptionId).IsUnique();
        builder.HasOne<FuelRedemption>().WithMany().HasForeignKey(r => r.FuelRedemptionId).OnDelete(DeleteBehavior.Restrict);
    }
}
