using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.Stores;
using Rewards.Domain.Vouchers;

namespace Rewards.Data.Vouchers;

internal sealed class RedemptionCountMapping : IEntityTypeConfiguration<RedemptionCount>
{
    public void Configure(EntityTypeBuilder<RedemptionCount> builder)
    {
        builder.HasKey(c => new { c.StoreNumber, c.Hour, c.Scope, c.Subject });
        builder.Property(c => c.Subject).HasMaxLength(RedemptionCount.SubjectLength);
        builder.HasOne<Store>().WithMany().HasForeignKey(c => c.StoreNumber).OnDelete(DeleteBehavior.Restrict);
    }
}
