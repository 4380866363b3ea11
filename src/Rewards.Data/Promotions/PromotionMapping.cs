using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.Promotions;

namespace Rewards.Data.Promotions;

internal sealed class PromotionMapping : IEntityTypeConfiguration<Promotion>
{
    public void Configure(EntityTypeBuilder<Promotion> builder)
    {
        builder.Property(p => p.Key).HasMaxLength(Promotion.KeyLength);
        builder.Property(p => p.Name).HasMaxLength(Promotion.NameLength);
        builder.Property(p => p.Group).HasMaxLength(Promotion.GroupLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.HasBudget);
        builder.HasIndex(p => p.Key).IsUnique();
        builder.ToTable(t => t.HasCheckConstraint(
            "CK_Promotions_Budget", "\"SpentCents\" <= \"BudgetCents\" AND \"AwardedCount\" <= \"BudgetCount\""));
    }
}

internal sealed class PromotionCountMapping : IEntityTypeConfiguration<PromotionCount>
{
    public void Configure(EntityTypeBuilder<PromotionCount> builder)
    {
        builder.HasKey(c => new { c.PromotionId, c.Scope, c.Period, c.StartsOn, c.Subject });
        builder.HasOne<Promotion>().WithMany().HasForeignKey(c => c.PromotionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PromotionAlarmMapping : IEntityTypeConfiguration<PromotionAlarm>
{
    public void Configure(EntityTypeBuilder<PromotionAlarm> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.PromotionId, a.Percent }).IsUnique();
        builder.HasOne<Promotion>().WithMany().HasForeignKey(a => a.PromotionId).OnDelete(DeleteBehavior.Restrict);
    }
}
