using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Vouchers;

namespace Rewards.Data.Sweepstakes;

internal sealed class MonthlySweepstakesMapping : IEntityTypeConfiguration<MonthlySweepstakes>
{
    public void Configure(EntityTypeBuilder<MonthlySweepstakes> builder)
    {
        builder.Property(s => s.DrawId).HasMaxLength(40);
        builder.Property(s => s.VoidIn).HasMaxLength(EntryTerms.VoidInLength);
        builder.Property(s => s.Sponsor).HasMaxLength(SweepstakesTemplate.TextLength);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.DrawId).IsUnique();
        builder.Ignore(s => s.PrizeList);
        builder.Ignore(s => s.Month);
        builder.Ignore(s => s.Terms);
        builder.Ignore(s => s.PrizeTerms);
    }
}

internal sealed class SweepstakesTemplateMapping : IEntityTypeConfiguration<SweepstakesTemplate>
{
    public void Configure(EntityTypeBuilder<SweepstakesTemplate> builder)
    {
        builder.HasKey(t => t.Number);
        builder.Property(t => t.Number).ValueGeneratedNever();
        builder.Property(t => t.Sponsor).HasMaxLength(SweepstakesTemplate.TextLength);
        builder.Property(t => t.MailInAddress).HasMaxLength(SweepstakesTemplate.TextLength);
        builder.Property(t => t.VoidIn).HasMaxLength(EntryTerms.VoidInLength);
    }
}

internal sealed class SweepstakesEntryMapping : IEntityTypeConfiguration<SweepstakesEntry>
{
    public void Configure(EntityTypeBuilder<SweepstakesEntry> builder)
    {
        builder.Property(e => e.Id).HasMaxLength(16).IsFixedLength().ValueGeneratedNever();
        builder.HasIndex(e => e.AwardId).IsUnique();
        builder.HasIndex(e => new { e.SweepstakesId, e.Id });
        builder.HasIndex(e => e.ShopperId);
        builder.HasIndex(e => e.HouseholdId);
        builder.HasOne<MonthlySweepstakes>().WithMany().HasForeignKey(e => e.SweepstakesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Shopper>().WithMany().HasForeignKey(e => e.ShopperId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Award>().WithMany().HasForeignKey(e => e.AwardId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EntryCountMapping : IEntityTypeConfiguration<EntryCount>
{
    public void Configure(EntityTypeBuilder<EntryCount> builder)
    {
        builder.HasKey(c => new { c.SweepstakesId, c.Who });
        builder.HasOne<MonthlySweepstakes>().WithMany().HasForeignKey(c => c.SweepstakesId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FreeEntryMapping : IEntityTypeConfiguration<FreeEntry>
{
    public void Configure(EntityTypeBuilder<FreeEntry> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.EntryId).HasMaxLength(16).IsFixedLength();
        builder.HasIndex(e => e.EntryId).IsUnique();
        builder.HasIndex(e => new { e.ShopperId, e.EnteredOn });
        builder.HasOne<SweepstakesEntry>().WithMany().HasForeignKey(e => e.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MonthlySweepstakes>().WithMany().HasForeignKey(e => e.SweepstakesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Shopper>().WithMany().HasForeignKey(e => e.ShopperId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MailInBatchMapping : IEntityTypeConfiguration<MailInBatch>
{
    public void Configure(EntityTypeBuilder<MailInBatch> builder)
    {
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasIndex(b => new { b.SweepstakesId, b.StartedAt });
        builder.HasOne<MonthlySweepstakes>().WithMany().HasForeignKey(b => b.SweepstakesId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MailInCardMapping : IEntityTypeConfiguration<MailInCard>
{
    public void Configure(EntityTypeBuilder<MailInCard> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.SealedCard).HasMaxLength(4000);
        builder.Property(c => c.Reason).HasMaxLength(MailInCard.ReasonLength);
        builder.Property(c => c.Outcome).IsConcurrencyToken();
        builder.HasIndex(c => c.BatchId);
        builder.HasOne<MailInBatch>().WithMany().HasForeignKey(c => c.BatchId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DrawingMapping : IEntityTypeConfiguration<Drawing>
{
    public void Configure(EntityTypeBuilder<Drawing> builder)
    {
        builder.Property(d => d.Root).HasMaxLength(32);
        builder.Property(d => d.Commit).HasMaxLength(32);
        builder.Property(d => d.Seed).HasMaxLength(32);
        builder.Property(d => d.Manifest).HasMaxLength(1000);
        builder.Property(d => d.BeaconDescription).HasMaxLength(Drawing.TextLength);
        builder.Property(d => d.Announced).HasMaxLength(Drawing.TextLength);
        builder.Property(d => d.BeaconSignature).HasMaxLength(Quicknet.SignatureLength);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => d.SweepstakesId).IsUnique();
        builder.HasOne<MonthlySweepstakes>().WithMany().HasForeignKey(d => d.SweepstakesId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DrawingOutlineMapping : IEntityTypeConfiguration<DrawingOutline>
{
    public void Configure(EntityTypeBuilder<DrawingOutline> builder)
    {
        builder.HasKey(o => o.SweepstakesId);
        builder.Property(o => o.SweepstakesId).ValueGeneratedNever();
        builder.HasOne<MonthlySweepstakes>().WithMany().HasForeignKey(o => o.SweepstakesId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DrawingPlaceMapping : IEntityTypeConfiguration<DrawingPlace>
{
    public void Configure(EntityTypeBuilder<DrawingPlace> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Prize).HasMaxLength(200);
        builder.Property(p => p.EntryId).HasMaxLength(16).IsFixedLength();
        builder.HasIndex(p => new { p.DrawingId, p.Place }).IsUnique();
        builder.HasOne<Drawing>().WithMany().HasForeignKey(p => p.DrawingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SweepstakesEntry>().WithMany().HasForeignKey(p => p.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Shopper>().WithMany().HasForeignKey(p => p.ShopperId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PrizeClaimMapping : IEntityTypeConfiguration<PrizeClaim>
{
    public void Configure(EntityTypeBuilder<PrizeClaim> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.EntryId).HasMaxLength(16).IsFixedLength();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.SweepstakesId, c.Prize, c.Turn }).IsUnique();
        builder.HasIndex(c => c.EntryId).IsUnique();
        builder.HasIndex(c => c.ShopperId);
        builder.HasIndex(c => new { c.Status, c.AnswerBy });
        builder.HasIndex(c => c.FulfilledAt);
        builder.HasIndex(c => c.VoucherId).IsUnique();
        builder.Property(c => c.SealedAnswer).HasMaxLength(PrizeClaim.AnswerLength);
        builder.Property(c => c.AffidavitHash).HasMaxLength(32);
        builder.Property(c => c.PublicName).HasMaxLength(FreeEntrant.NameLength);
        builder.Property(c => c.PublicTown).HasMaxLength(PostalAddress.CityLength);
        builder.Property(c => c.FulfilNote).HasMaxLength(PrizeClaim.NoteLength);
        builder.Ignore(c => c.MayBeAccepted);
        builder.Ignore(c => c.MayBeLost);
        builder.HasOne<Voucher>().WithMany().HasForeignKey(c => c.VoucherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MonthlySweepstakes>().WithMany().HasForeignKey(c => c.SweepstakesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SweepstakesEntry>().WithMany().HasForeignKey(c => c.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Shopper>().WithMany().HasForeignKey(c => c.ShopperId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClaimFileMapping : IEntityTypeConfiguration<ClaimFile>
{
    public void Configure(EntityTypeBuilder<ClaimFile> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Type).HasMaxLength(40);
        builder.HasIndex(f => new { f.ClaimId, f.Number }).IsUnique();
        builder.HasOne<PrizeClaim>().WithMany().HasForeignKey(f => f.ClaimId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DrawProposalMapping : IEntityTypeConfiguration<DrawProposal>
{
    public void Configure(EntityTypeBuilder<DrawProposal> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Description).HasMaxLength(Drawing.TextLength);
        builder.Property(p => p.Reason).HasMaxLength(OfficerProposal.ReasonLength);
        builder.Property(p => p.Status).IsConcurrencyToken();
        builder.HasIndex(p => new { p.SweepstakesId, p.Step, p.Waiting }).IsUnique();
        builder.Ignore(p => p.Plan);
        builder.HasOne<MonthlySweepstakes>().WithMany().HasForeignKey(p => p.SweepstakesId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ExcludedPersonMapping : IEntityTypeConfiguration<ExcludedPerson>
{
    public void Configure(EntityTypeBuilder<ExcludedPerson> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.EmailKey).HasMaxLength(EmailAddress.Length);
        builder.Property(p => p.SealedDetails).HasMaxLength(4000);
        builder.HasIndex(p => p.At);
    }
}

internal sealed class EntryExclusionMapping : IEntityTypeConfiguration<EntryExclusion>
{
    public void Configure(EntityTypeBuilder<EntryExclusion> builder)
    {
        builder.HasKey(e => e.EntryId);
        builder.Property(e => e.EntryId).HasMaxLength(16).IsFixedLength().ValueGeneratedNever();
        builder.Property(e => e.Reason).HasMaxLength(EntryExclusion.ReasonLength);
        builder.HasIndex(e => e.SweepstakesId);
        builder.HasOne<SweepstakesEntry>().WithMany().HasForeignKey(e => e.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MonthlySweepstakes>().WithMany().HasForeignKey(e => e.SweepstakesId).OnDelete(DeleteBehavior.Restrict);
    }
}
