using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.Surveys;

namespace Rewards.Data.Surveys;

internal sealed class SurveyVersionMapping : IEntityTypeConfiguration<SurveyVersion>
{
    public void Configure(EntityTypeBuilder<SurveyVersion> builder)
    {
        builder.Property(v => v.SurveyKey).HasMaxLength(40);
        builder.HasIndex(v => new { v.SurveyKey, v.Number }).IsUnique();
    }
}
