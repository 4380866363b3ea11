using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Data.Staff;
using Rewards.Domain.Webhooks;

namespace Rewards.Data.Webhooks;

internal sealed class WebhookMapping : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Url).HasMaxLength(Webhook.UrlLength);
        builder.Property(w => w.SealedSecret).HasMaxLength(128);
        builder.Property(w => w.Events).HasMaxLength(400);
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(w => w.CreatedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WebhookDeliveryMapping : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Event).HasMaxLength(40);
        builder.Property(d => d.Payload).HasMaxLength(WebhookDelivery.PayloadLength);
        builder.Property(d => d.LastError).HasMaxLength(500);
        builder.HasIndex(d => d.DueAt);
        builder.HasIndex(d => new { d.WebhookId, d.QueuedAt });
        builder.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId).OnDelete(DeleteBehavior.Restrict);
    }
}
