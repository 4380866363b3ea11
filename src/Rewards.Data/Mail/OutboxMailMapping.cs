using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.Mail;
using Rewards.Domain.Shoppers;

namespace Rewards.Data.Mail;

internal sealed class OutboxMailMapping : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Recipient).HasMaxLength(EmailAddress.Length);
        builder.Property(m => m.Language).HasMaxLength(2);
        builder.Property(m => m.LastError).HasMaxLength(500);
        builder.HasIndex(m => m.DueAt);
    }
}
