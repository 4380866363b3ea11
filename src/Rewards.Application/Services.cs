using Microsoft.Extensions.DependencyInjection;
using Rewards.Application.Audit;
using Rewards.Application.FuelPoints;
using Rewards.Application.Insights;
using Rewards.Application.Localization;
using Rewards.Application.Mail;
using Rewards.Application.Promotions;
using Rewards.Application.Receipts;
using Rewards.Application.Shoppers;
using Rewards.Application.Staff;
using Rewards.Application.Surveys;
using Rewards.Application.Sweepstakes;
using Rewards.Application.Vouchers;
using Rewards.Application.Webhooks;
using Rewards.Domain.Receipts;
using Rewards.Domain.Vouchers;

namespace Rewards.Application;

/// <summary>Registers every use case.</summary>
public static class Services
{
    /// <summary>Adds the use cases; settings, secrets, clock and database are the process's to add.</summary>
    public static IServiceCollection AddRewards(this IServiceCollection services)
    {
        services.AddSingleton(p => p.GetRequiredService<PortalSettings>().Portal);
        services.AddSingleton(p => new ReceiptCodes(p.GetRequiredService<Secrets>().ReceiptCodeKeys));
        services.AddSingleton(p => new OfflineVouchers(p.GetRequiredService<Secrets>().VoucherSigningKeys));
        services.AddSingleton<DeskPasses>();
        services.AddSingleton<VoucherLink>();
        services.AddSingleton<Texts>();
        services.AddSingleton<Vault>();
        services.AddSingleton<ReferenceData>();
        services.AddSingleton<CodeThrottle>();
        services.AddSingleton<ContactDetailsValidator>();
        services.AddSingleton<ShopperNameValidator>();
        services.AddSingleton<EarnedWords>();
        services.AddSingleton<Letters>();
        services.AddSingleton<OutboxBell>();

        services.AddScoped<ImportReceipts>();
        services.AddScoped<ExportReceiptCodes>();
        services.AddScoped<AddStaffMember>();
        services.AddScoped<CreateApiKey>();
        services.AddScoped<RevokeApiKey>();
        services.AddScoped<ListApiKeys>();
        services.AddScoped<UseApiKey>();
        services.AddScoped<RacingWrite>();
        services.AddScoped<ReadReceiptCode>();
        services.AddScoped<RecordAct>();
        services.AddScoped<SealAudit>();
        services.AddScoped<VerifyAudit>();
        services.AddScoped<KeepAudit>();
        services.AddScoped<ListAuditEvents>();
        services.AddScoped<StartResponse>();
        services.AddScoped<SaveAnswers>();
        services.AddScoped<SubmitResponse>();
        services.AddScoped<ShowConfirmation>();
        services.AddScoped<FindShopper>();
        services.AddScoped<GrantAwards>();
        services.AddScoped<BookAward>();
        services.AddSingleton<PromotionFormValidator>();
        services.AddScoped<EditPromotion>();
        services.AddScoped<RaiseBudget>();
        services.AddScoped<ListPromotions>();
        services.AddScoped<ShowPromotion>();
        services.AddScoped<DryRunPromotion>();
        services.AddScoped<PostFuelPoints>();
        services.AddScoped<ShowFuelPoints>();
        services.AddScoped<ListLedgerLines>();
        services.AddSingleton<LedgerWords>();
        services.AddScoped<ListAdjustments>();
        services.AddScoped<RedeemFuelPoints>();
        services.AddScoped<ReverseFuelRedemption>();
        services.AddScoped<RefundReceipt>();
        services.AddScoped<ConfirmReceipt>();
        services.AddScoped<AdjustFuelPoints>();
        services.AddScoped<SweepFuelPoints>();
        services.AddScoped<CheckFuelLedger>();
        services.AddScoped<KeepFuelPoints>();
        services.AddScoped<RemindShoppers>();
        services.AddScoped<SendSignInLink>();
        services.AddScoped<ShowSignInLink>();
        services.AddScoped<UseSignInLink>();
        services.AddScoped<ShowMyRewards>();
        services.AddScoped<LookUpShopper>();
        services.AddScoped<ShowShopper>();
        services.AddScoped<LinkCard>();
        services.AddScoped<ClaimAwards>();
        services.AddScoped<SetShopperName>();
        services.AddScoped<ComposeMail>();
        services.AddScoped<SendOutbox>();
        services.AddScoped<FindVoucher>();
        services.AddScoped<LookUpVoucher>();
        services.AddScoped<ShowVoucher>();
        services.AddScoped<LimitRedemptions>();
        services.AddScoped<RedeemVoucher>();
        services.AddScoped<CreateWebhook>();
        services.AddScoped<ChangeWebhook>();
        services.AddScoped<ListWebhooks>();
        services.AddScoped<SendWebhooks>();
        services.AddScoped<RedeemOffline>();
        services.AddScoped<ListOfflineExceptions>();
        services.AddScoped<SettleOfflineRedemption>();
        services.AddScoped<ReverseRedemption>();
        services.AddScoped<HoldVoucher>();
        services.AddScoped<Reconcile>();
        services.AddScoped<RegisterReceipt>();
        services.AddScoped<SubmitAtOnce>();
        services.AddScoped<VoidVoucher>();
        services.AddScoped<SearchVouchers>();
        services.AddScoped<ShowVoucherStory>();
        services.AddScoped<ShowRedemption>();
        services.AddScoped<ListRedemptions>();

        services.AddSingleton<OfficialRules>();
        services.AddScoped<OpenSweepstakes>();
        services.AddScoped<DrawEntries>();
        services.AddScoped<FreezeEntries>();
        services.AddScoped<CommitDrawing>();
        services.AddScoped<RunDrawing>();
        services.AddScoped<ReadDrawBundle>();
        services.AddScoped<ShowDraw>();
        services.AddScoped<ShowRules>();
        services.AddScoped<ListWinners>();
        services.AddScoped<ShowSweepstakes>();
        services.AddScoped<ListSweepstakes>();

        services.AddScoped<CountAnswers>();
        services.AddScoped<ShowOverview>();
        services.AddScoped<ListStoreScores>();
        services.AddScoped<ShowTouchpoints>();
        services.AddScoped<ListComments>();
        services.AddScoped<ShowResponse>();
        services.AddScoped<ShowLiability>();
        return services;
    }
}
