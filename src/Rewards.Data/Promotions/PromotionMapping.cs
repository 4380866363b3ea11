using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.Promotions;

namespace Rewards.Data.Promotions;

internal sealed class PromotionMapping : IEntityTypeConfiguration<Promotion>
{
    public void Configure(EntityTypeBuilder<Promotion> builder)
    {
        builder.Property(p => p.Key).HasMaxLength(40);
        builder.Property(p => p.Name).HasMaxLength(120);
        builder.HasIndex(p => p.Key).IsUnique();
        builder.ToTable(t => t.HasCheckConstraint("CK_Promotions_Budget", "\"SpentCents\" <= \"BudgetCents\""));
    }
}
