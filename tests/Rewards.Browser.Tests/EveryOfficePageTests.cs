using Rewards.Data.Staff;
using Xunit;

namespace Rewards.Browser.Tests;

/// <summary>The pages of the office.</summary>
public class EveryOfficePageTests(DemoPortal portal) : EveryPage(portal)
{
    public static TheoryData<string, string?> Pages =>
    [
        ("/office", StaffRole.Marketing),
        ("/office/stores", StaffRole.Marketing),
        ("/office/stores/{store}", StaffRole.Marketing),
        ("/office/touchpoints", StaffRole.Marketing),
        ("/office/comments", StaffRole.Marketing),
        ("/office/comments?search=nobody-wrote-this", StaffRole.Marketing),
        ("/office/responses/{response}", StaffRole.Marketing),
        ("/office/promotions", StaffRole.Marketing),
        ("/office/promotions/1?dry=30", StaffRole.Marketing),
        ("/office/exceptions", StaffRole.Marketing),
        ("/office/alerts", StaffRole.Marketing),
        ("/office/alerts?show=closed", StaffRole.Marketing),
        ("/office/alerts/{alert}", StaffRole.Marketing),
        ("/office/audit", StaffRole.Administrator),
        ("/office/audit?act=DrawRun", StaffRole.Administrator),
        ("/office/shoppers", StaffRole.Marketing),
        ("/office/shoppers/{shopper}", StaffRole.Marketing),
        ("/office/adjustments", StaffRole.Marketing),
        ("/office/adjustments/{adjustment}", StaffRole.Marketing),
        ("/office/vouchers", StaffRole.Marketing),
        ("/office/vouchers/{voucher-id}", StaffRole.Marketing),
        ("/office/reconciliation", StaffRole.Marketing),
        ("/office/reconciliation?store={store}", StaffRole.Marketing),
        ("/office/liability?days=90", StaffRole.Marketing),
        ("/office/vouchers/{voucher-id}/void", StaffRole.Marketing),
        ("/office/vouchers/{voucher-id}/reissue", StaffRole.Marketing),
        ("/office/webhooks", StaffRole.Administrator),
        ("/office/webhooks/{webhook}", StaffRole.Administrator),
        ("/office/keys", StaffRole.Administrator),
        ("/office/no-such-page", StaffRole.Marketing),
        ("/office/sweepstakes", StaffRole.Marketing),
        ("/office/sweepstakes/{draw}", StaffRole.Marketing),
        ("/office/sweepstakes/{working}/working", StaffRole.Marketing),
        ("/office/sweepstakes/{draw}/prizes/1/dispose", StaffRole.Marketing),
        ("/office/sweepstakes/calendar", StaffRole.Marketing),
        ("/office/sweepstakes/template", StaffRole.Marketing),
        ("/office/sweepstakes/excluded", StaffRole.Marketing),
        ("/office/sweepstakes/{draw}/mail-in", StaffRole.Marketing),
        ("/office/sweepstakes/{draw}/prizes/1", StaffRole.Marketing),
        ("/office/sweepstakes/tax", StaffRole.Marketing),
    ];

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public Task Axe_finds_nothing_and_nothing_stands_out_at_the_side(string address, string? role) => IsFineAsync(address, role);
}
