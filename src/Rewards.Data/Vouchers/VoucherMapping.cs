using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Data.Staff;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Stores;
using Rewards.Domain.Vouchers;

namespace Rewards.Data.Vouchers;

internal sealed class VoucherMapping : IEntityTypeConfiguration<Voucher>
{
    // Some 300 stores of five digits.
    private const int StoresLength = 2000;

    public void Configure(EntityTypeBuilder<Voucher> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.CodeHash).HasMaxLength(32);
        builder.Property(v => v.SealedCode).HasMaxLength(80);
        builder.Property(v => v.Ending).HasMaxLength(4);
        builder.Property(v => v.Stores).HasConversion(set => set!.Text, text => StoreSet.FromText(text)).HasMaxLength(StoresLength);
        builder.Property(v => v.BalanceCents).IsConcurrencyToken();
        builder.Property(v => v.HoldId).IsConcurrencyToken();
        builder.Property(v => v.VoidedAt).IsConcurrencyToken();
        builder.Ignore(v => v.Terms);
        builder.HasIndex(v => v.CodeHash).IsUnique();
        builder.HasIndex(v => v.AwardId).IsUnique();
        builder.HasIndex(v => v.ReplacesId).IsUnique();
        builder.HasIndex(v => v.HoldId);
        builder.HasIndex(v => v.Ending);
        builder.HasIndex(v => v.ShopperId);
        builder.HasOne<Award>().WithMany().HasForeignKey(v => v.AwardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Shopper>().WithMany().HasForeignKey(v => v.ShopperId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Voucher>().WithMany().HasForeignKey(v => v.ReplacesId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint(
            "CK_Vouchers_Balance", "\"BalanceCents\" >= 0 AND \"BalanceCents\" <= \"ValueCents\""));
    }
}

internal sealed class RedemptionMapping : IEntityTypeConfiguration<Redemption>
{
    public void Configure(EntityTypeBuilder<Redemption> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.IdempotencyKey).HasMaxLength(64);
        builder.Property(r => r.RequestHash).HasMaxLength(32);
        builder.Property(r => r.Cashier).HasMaxLength(RedeemedBy.CashierLength);
        builder.HasIndex(r => new { r.ActorId, r.IdempotencyKey }).IsUnique();
        builder.HasIndex(r => r.VoucherId);
        builder.HasIndex(r => new { r.StoreNumber, r.BusinessDay, r.At });
        builder.HasOne<Voucher>().WithMany().HasForeignKey(r => r.VoucherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Store>().WithMany().HasForeignKey(r => r.StoreNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(r => r.StaffId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_Redemptions_Amount", "\"AmountCents\" > 0"));
    }
}

internal sealed class ReversalMapping : IEntityTypeConfiguration<Reversal>
{
    public void Configure(EntityTypeBuilder<Reversal> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Supervisor).HasMaxLength(RedeemedBy.CashierLength);
        builder.HasIndex(r => r.RedemptionId).IsUnique();
        builder.HasOne<Redemption>().WithMany().HasForeignKey(r => r.RedemptionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(r => r.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OfflineRedemptionMapping : IEntityTypeConfiguration<OfflineRedemption>
{
    private const int CodeLength = 60;

    public void Configure(EntityTypeBuilder<OfflineRedemption> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.VoucherEnding).HasMaxLength(4);
        builder.Property(r => r.Cashier).HasMaxLength(RedeemedBy.CashierLength);
        builder.Property(r => r.RequestHash).HasMaxLength(32);
        builder.Property(r => r.ReasonCode).HasMaxLength(CodeLength);
        builder.Property(r => r.Note).HasMaxLength(OfflineRedemption.NoteLength);
        builder.Property(r => r.ResolvedAt).IsConcurrencyToken();
        builder.HasIndex(r => r.RedemptionId).IsUnique();
        builder.HasIndex(r => r.VoucherId);
        builder.HasIndex(r => new { r.RedemptionId, r.ResolvedAt, r.ReceivedAt });
        builder.HasOne<Voucher>().WithMany().HasForeignKey(r => r.VoucherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Redemption>().WithMany().HasForeignKey(r => r.RedemptionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Store>().WithMany().HasForeignKey(r => r.StoreNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(r => r.StaffId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(r => r.ResolvedById).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint(
            "CK_OfflineRedemptions_Outcome",
            "(\"RedemptionId\" IS NULL AND \"ReasonCode\" IS NOT NULL) OR (\"RedemptionId\" IS NOT NULL AND \"ReasonCode\" IS NULL)"));
    }
}
