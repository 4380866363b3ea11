using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Rewards.Data.Receipts;
using Rewards.Data.Staff;
using Rewards.Domain.Audit;
using Rewards.Domain.Fraud;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Mail;
using Rewards.Domain.Promotions;
using Rewards.Domain.Receipts;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Staff;
using Rewards.Domain.Stores;
using Rewards.Domain.Surveys;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Sweepstakes.Filings;
using Rewards.Domain.Vouchers;
using Rewards.Domain.Webhooks;

namespace Rewards.Data;

/// <summary>
/// The portal's database, the same on all three providers. Instants are UTC, money is whole cents, entry ids are 16 bytes.
/// </summary>
public sealed class RewardsDb : IdentityDbContext<StaffUser, IdentityRole<Guid>, Guid>
{
    /// <summary>Makes a context.</summary>
    /// <param name="options">The provider's.</param>
    public RewardsDb(DbContextOptions<RewardsDb> options)
        : base(options)
    {
        // A transaction in which saving failed is given up as a whole: a way back to before each save is two calls too many.
        Database.AutoSavepointsEnabled = false;
    }

    public DbSet<Store> Stores => Set<Store>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<CodeAttempt> CodeAttempts => Set<CodeAttempt>();

    public DbSet<SurveyVersion> SurveyVersions => Set<SurveyVersion>();

    public DbSet<Response> Responses => Set<Response>();

    public DbSet<Answer> Answers => Set<Answer>();

    public DbSet<Shopper> Shoppers => Set<Shopper>();

    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();

    public DbSet<Promotion> Promotions => Set<Promotion>();

    public DbSet<PromotionCount> PromotionCounts => Set<PromotionCount>();

    public DbSet<PromotionAlarm> PromotionAlarms => Set<PromotionAlarm>();

    public DbSet<Award> Awards => Set<Award>();

    public DbSet<FuelPointPosting> FuelPointPostings => Set<FuelPointPosting>();

    public DbSet<FuelRedemption> FuelRedemptions => Set<FuelRedemption>();

    public DbSet<FuelRedemptionReversal> FuelRedemptionReversals => Set<FuelRedemptionReversal>();

    public DbSet<Refund> Refunds => Set<Refund>();

    public DbSet<FuelPointAdjustment> FuelPointAdjustments => Set<FuelPointAdjustment>();

    public DbSet<LedgerCheck> LedgerChecks => Set<LedgerCheck>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<Voucher> Vouchers => Set<Voucher>();

    public DbSet<Redemption> Redemptions => Set<Redemption>();

    public DbSet<RedemptionCount> RedemptionCounts => Set<RedemptionCount>();

    public DbSet<Reversal> Reversals => Set<Reversal>();

    public DbSet<OfflineRedemption> OfflineRedemptions => Set<OfflineRedemption>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<MonthlySweepstakes> Sweepstakes => Set<MonthlySweepstakes>();

    public DbSet<SweepstakesEntry> SweepstakesEntries => Set<SweepstakesEntry>();

    public DbSet<EntryCount> EntryCounts => Set<EntryCount>();

    public DbSet<FreeEntry> FreeEntries => Set<FreeEntry>();

    public DbSet<MailInBatch> MailInBatches => Set<MailInBatch>();

    public DbSet<MailInCard> MailInCards => Set<MailInCard>();

    public DbSet<SweepstakesTemplate> SweepstakesTemplates => Set<SweepstakesTemplate>();

    public DbSet<Drawing> Drawings => Set<Drawing>();

    public DbSet<DrawingOutline> DrawingOutlines => Set<DrawingOutline>();

    public DbSet<DrawingPlace> DrawingPlaces => Set<DrawingPlace>();

    public DbSet<PrizeClaim> PrizeClaims => Set<PrizeClaim>();

    /// <summary>Pages of signed affidavits, sealed.</summary>
    public DbSet<ClaimFile> ClaimFiles => Set<ClaimFile>();

    public DbSet<DrawProposal> DrawProposals => Set<DrawProposal>();

    public DbSet<ExcludedPerson> ExcludedPeople => Set<ExcludedPerson>();

    public DbSet<DispositionProposal> DispositionProposals => Set<DispositionProposal>();

    public DbSet<DispositionEvidence> DispositionEvidence => Set<DispositionEvidence>();

    public DbSet<RecordedDisposition> RecordedDispositions => Set<RecordedDisposition>();

    public DbSet<EntryExclusion> EntryExclusions => Set<EntryExclusion>();

    public DbSet<AuditLink> AuditLinks => Set<AuditLink>();

    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    public DbSet<AuditCheck> AuditChecks => Set<AuditCheck>();

    public DbSet<Alert> Alerts => Set<Alert>();

    public DbSet<FilingTask> FilingTasks => Set<FilingTask>();

    public DbSet<OutboxMail> OutboxMails => Set<OutboxMail>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(RewardsDb).Assembly);
        builder.HasDbFunction(() => Sql.Lower("")).HasName("lower").IsBuiltIn();
        builder.HasDbFunction(() => Sql.IsAfter(Array.Empty<byte>(), Array.Empty<byte>())).HasTranslation(
            sides => new SqlBinaryExpression(ExpressionType.GreaterThan, sides[0], sides[1], typeof(bool), typeMapping: null));
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstant>();

    /// <summary>An instant is UTC on the way in (anything else is a bug) and on the way out.</summary>
    private sealed class UtcInstant() : ValueConverter<DateTime, DateTime>(
        instant => MustBeUtc(instant),
        instant => DateTime.SpecifyKind(instant, DateTimeKind.Utc))
    {
        private static DateTime MustBeUtc(DateTime instant) => instant.Kind == DateTimeKind.Utc
            ? instant
            : throw new ArgumentException($"An instant is stored in UTC, not as {instant.Kind}.", nameof(instant));
    }
}
