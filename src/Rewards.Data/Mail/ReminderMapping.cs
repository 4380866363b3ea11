using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.Mail;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Vouchers;

namespace Rewards.Data.Mail;

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.ShopperId, r.LotNumber }).IsUnique().HasFilter("\"LotNumber\" IS NOT NULL");
        builder.HasIndex(r => r.VoucherId).IsUnique().HasFilter("\"VoucherId\" IS NOT NULL");
        builder.HasOne<Shopper>().WithMany().HasForeignKey(r => r.ShopperId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Voucher>().WithMany().HasForeignKey(r => r.VoucherId).OnDelete(DeleteBehavior.Restrict);
    }
}
