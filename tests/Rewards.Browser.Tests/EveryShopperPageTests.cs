using Rewards.Data.Staff;
using Rewards.Web.Hosting;
using Xunit;

namespace Rewards.Browser.Tests;

/// <summary>The pages of shoppers, stores and accounts.</summary>
public class EveryShopperPageTests(DemoPortal portal) : EveryPage(portal)
{
    public static TheoryData<string, string?> Pages =>
    [
        ("/", null),
        ("/?lang=es", null),
        ("/r/{code}", null),
        ("/r/{code}/satisfaction", null),
        ("/r/{code}/departments", null),
        ("/r/{code}/comment", null),
        ("/r/{code}/may-contact", null),
        ("/r/{code}/contact", null),
        ("/r/0000-0000-0000-0001", null),
        ("/claim", null),
        ("/claim?reference=R-0000-0001&lang=es", null),
        ("/my", null),
        ("/my?sent=true", null),
        ("/my", SignIn.Shopper),
        ("/my?lang=es", SignIn.Shopper),
        ("/my/name", SignIn.Shopper),
        ("{link}", null),
        ("/my/link/00000000-0000-0000-0000-000000000000/none", null),
        ("/enter", null),
        ("/enter?lang=es", null),
        ("{prize}", null),
        ("/about", null),
        ("/winners", null),
        ("/draws/{draw}", null),
        ("/draws/{draw}/rules", null),
        ("/v/{voucher}", null),
        ("/no/such/page", null),
        ("/account/sign-in", null),
        ("/account", StaffRole.Marketing),
        ("/account/password", StaffRole.Marketing),
        ("/account/second-step", StaffRole.Marketing),
        ("/account/passkeys", StaffRole.Marketing),
        ("/store/redeem", StaffRole.Staff),
        ("/store/redeem?code={voucher}", StaffRole.Staff),
        ("/store/offline", StaffRole.Staff),
        ("/store/today", StaffRole.Supervisor),
        ("/store/today?day=2001-01-01", StaffRole.Supervisor),
        ("/store/no-such-page", StaffRole.Staff),
    ];

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public Task Axe_finds_nothing_and_nothing_stands_out_at_the_side(string address, string? role) => IsFineAsync(address, role);
}
