using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.Surveys;

namespace Rewards.Data.Surveys;

internal sealed class AnswerMapping : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> builder)
    {
        builder.HasKey(a => new { a.ResponseId, a.Question, a.Touchpoint });
        builder.Property(a => a.Question).HasMaxLength(40);
        builder.Property(a => a.Touchpoint).HasMaxLength(Answer.TouchpointLength);
        builder.Property(a => a.Text).HasMaxLength(Answer.TextLength);
        builder.HasOne<Response>().WithMany().HasForeignKey(a => a.ResponseId).OnDelete(DeleteBehavior.Restrict);
    }
}
