using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Receipts;

namespace Rewards.Data.FuelPoints;

internal sealed class RefundMapping : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.IdempotencyKey).HasMaxLength(64);
        builder.Property(r => r.RequestHash).HasMaxLength(32);
        builder.HasIndex(r => new { r.ActorId, r.IdempotencyKey }).IsUnique();
        builder.HasIndex(r => r.ReceiptId);
        builder.HasOne<Receipt>().WithMany().HasForeignKey(r => r.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_Refunds_Cents", "\"Cents\" > 0"));
    }
}
