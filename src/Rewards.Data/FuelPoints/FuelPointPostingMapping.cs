using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;

namespace Rewards.Data.FuelPoints;

internal sealed class FuelPointPostingMapping : IEntityTypeConfiguration<FuelPointPosting>
{
    public void Configure(EntityTypeBuilder<FuelPointPosting> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();

        // Decides every race for a lot, and finds its last line by one seek.
        builder.HasIndex(p => new { p.ShopperId, p.LotNumber, p.Sequence }).IsUnique();

        // No cause moves points twice. Most lines are earned: the others' indexes hold none of those.
        builder.HasIndex(p => p.AwardId).IsUnique().HasFilter("\"AwardId\" IS NOT NULL");
        builder.HasIndex(p => new { p.FuelRedemptionId, p.LotNumber, p.Kind }).IsUnique().HasFilter("\"FuelRedemptionId\" IS NOT NULL");
        builder.HasIndex(p => new { p.RefundId, p.LotNumber }).IsUnique().HasFilter("\"RefundId\" IS NOT NULL");
        builder.HasIndex(p => new { p.AdjustmentId, p.LotNumber }).IsUnique().HasFilter("\"AdjustmentId\" IS NOT NULL");
        builder.HasOne<Shopper>().WithMany().HasForeignKey(p => p.ShopperId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Award>().WithMany().HasForeignKey(p => p.AwardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FuelRedemption>().WithMany().HasForeignKey(p => p.FuelRedemptionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Refund>().WithMany().HasForeignKey(p => p.RefundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FuelPointAdjustment>().WithMany().HasForeignKey(p => p.AdjustmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
