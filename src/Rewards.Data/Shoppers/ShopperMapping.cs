using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.Shoppers;

namespace Rewards.Data.Shoppers;

internal sealed class ShopperMapping : IEntityTypeConfiguration<Shopper>
{
    public void Configure(EntityTypeBuilder<Shopper> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Email).HasMaxLength(EmailAddress.Length);
        builder.Property(s => s.EmailKey).HasMaxLength(EmailAddress.Length);
        builder.Property(s => s.LoyaltyCard).HasMaxLength(LoyaltyCard.Longest);
        builder.Property(s => s.FirstName).HasMaxLength(40);
        builder.Property(s => s.LastName).HasMaxLength(40);
        builder.Property(s => s.Town).HasMaxLength(60);
        builder.Property(s => s.Language).HasMaxLength(2);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Ignore(s => s.PublicName);
        builder.HasIndex(s => s.EmailKey).IsUnique();
        builder.HasIndex(s => s.LoyaltyCard).IsUnique();
        builder.HasIndex(s => s.PostKey).IsUnique();
        builder.Property(s => s.SealedContact).HasMaxLength(2000);
    }
}

internal sealed class SignInLinkMapping : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => l.ShopperId);
        builder.HasOne<Shopper>().WithMany().HasForeignKey(l => l.ShopperId).OnDelete(DeleteBehavior.Restrict);
    }
}
