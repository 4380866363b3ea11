using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Rewards.Domain.Receipts;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Stores;

namespace Rewards.Data.Receipts;

internal sealed class ReceiptMapping : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        // The id is store, day, register and transaction in one: its primary key is what keeps a receipt unique.
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Departments).HasMaxLength(Receipt.DepartmentsLength);
        builder.Property(r => r.Household).HasMaxLength(Receipt.HouseholdLength);
        builder.Property(r => r.LoyaltyCard).HasMaxLength(LoyaltyCard.Longest);
        builder.Property(r => r.PurchasedAt).HasConversion<LocalTime>().HasMaxLength(19);
        builder.Property(r => r.RefundedCents).HasDefaultValue(0L).ValueGeneratedNever().IsConcurrencyToken();
        builder.HasIndex(r => new { r.BusinessDay, r.StoreNumber });
        builder.HasOne<Store>().WithMany().HasForeignKey(r => r.StoreNumber).OnDelete(DeleteBehavior.Restrict);
    }

    private sealed class LocalTime() : ValueConverter<DateTime, string>(
        local => ReceiptColumns.Local(local)!,
        text => ReceiptColumns.FromLocal(text));
}
