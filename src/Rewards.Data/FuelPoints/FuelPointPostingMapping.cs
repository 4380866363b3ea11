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
        builder.HasIndex(p => p.AwardId).IsUnique();
        builder.HasIndex(p => new { p.ShopperId, p.LotNumber });
        builder.HasOne<Shopper>().WithMany().HasForeignKey(p => p.ShopperId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Award>().WithMany().HasForeignKey(p => p.AwardId).OnDelete(DeleteBehavior.Restrict);
    }
}
