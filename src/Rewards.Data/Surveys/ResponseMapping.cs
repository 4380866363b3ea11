using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.Receipts;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Stores;
using Rewards.Domain.Surveys;

namespace Rewards.Data.Surveys;

internal sealed class ResponseMapping : IEntityTypeConfiguration<Response>
{
    public void Configure(EntityTypeBuilder<Response> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Touchpoints).HasMaxLength(Receipt.DepartmentsLength);
        builder.Property(r => r.Language).HasMaxLength(2);
        builder.Property(r => r.Channel).HasDefaultValue(Channel.Receipt).HasSentinel((Channel)0);
        builder.Property(r => r.Reference).HasMaxLength(12);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.ReceiptId).IsUnique();
        builder.HasIndex(r => r.Reference).IsUnique();
        builder.HasIndex(r => new { r.SubmittedOn, r.StoreNumber });
        builder.HasIndex(r => r.SubmittedAt);
        builder.HasIndex(r => r.ShopperId);
        builder.HasOne<Receipt>().WithMany().HasForeignKey(r => r.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Store>().WithMany().HasForeignKey(r => r.StoreNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SurveyVersion>().WithMany().HasForeignKey(r => r.SurveyVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Shopper>().WithMany().HasForeignKey(r => r.ShopperId).OnDelete(DeleteBehavior.Restrict);
    }
}
