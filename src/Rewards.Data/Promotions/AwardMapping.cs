using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Surveys;

namespace Rewards.Data.Promotions;

internal sealed class AwardMapping : IEntityTypeConfiguration<Award>
{
    public void Configure(EntityTypeBuilder<Award> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.ResponseId, a.PromotionId }).IsUnique();
        builder.HasIndex(a => new { a.ShopperId, a.PromotionId, a.At });
        builder.HasIndex(a => new { a.PromotionId, a.Status, a.At });
        // Only those that wait: granted ones are not in it and cost it nothing.
        builder.HasIndex(a => a.Status).HasFilter($"\"Status\" = {(int)AwardStatus.Pending}");
        builder.HasOne<Response>().WithMany().HasForeignKey(a => a.ResponseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Promotion>().WithMany().HasForeignKey(a => a.PromotionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Shopper>().WithMany().HasForeignKey(a => a.ShopperId).OnDelete(DeleteBehavior.Restrict);
    }
}
