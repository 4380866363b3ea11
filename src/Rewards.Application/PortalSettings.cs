using Rewards.Domain.FuelPoints;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Sweepstakes.Filings;

namespace Rewards.Application;

/// <summary>What the chain sets; each section is one of the configuration (appsettings.sample.json explains them).</summary>
public sealed record PortalSettings
{
    /// <summary>Section <c>Portal</c>.</summary>
    public ChainSettings Portal { get; init; } = new();

    /// <summary>Section <c>Receipts</c>.</summary>
    public ReceiptSettings Receipts { get; init; } = new();

    /// <summary>Section <c>Throttle</c>.</summary>
    public ThrottleSettings Throttle { get; init; } = new();

    /// <summary>Section <c>Awards</c>.</summary>
    public AwardSettings Awards { get; init; } = new();

    /// <summary>Section <c>FuelPoints</c>.</summary>
    public FuelPointSettings FuelPoints { get; init; } = new();

    /// <summary>Section <c>Sweepstakes</c>.</summary>
    public SweepstakesSettings Sweepstakes { get; init; } = new();

    /// <summary>Section <c>Fraud</c>.</summary>
    public FraudSettings Fraud { get; init; } = new();

    /// <summary>Section <c>Mail</c>.</summary>
    public MailSettings Mail { get; init; } = new();

    /// <summary>Section <c>Offline</c>.</summary>
    public OfflineSettings Offline { get; init; } = new();

    /// <summary>Section <c>Webhooks</c>.</summary>
    public WebhookSettings Webhooks { get; init; } = new();
}

/// <summary>The chain that the portal is run for.</summary>
public sealed record ChainSettings
{
    /// <summary>The name on every page and mail.</summary>
    public string Name { get; init; } = "Fairview";

    /// <summary>The address shoppers reach the portal at; stands in mails and QR codes.</summary>
    public string Url { get; init; } = "http://localhost:5080";

    /// <summary>IANA name of the programme's zone: promotions, lots and sweepstakes count its days.</summary>
    public string TimeZone { get; init; } = "America/New_York";

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Where a shopper who needs help writes to.</summary>
    public string HelpEmail { get; init; } = "help@fairview.example";

    /// <summary>The accent colour as #rrggbb; empty for the portal's own.</summary>
    public string BrandColor { get; init; } = "";

    /// <summary>The colour of text on it; empty for white.</summary>
    public string BrandInk { get; init; } = "";
}

/// <summary>Which receipts are good.</summary>
public sealed record ReceiptSettings
{
    /// <summary>Whole days after the purchase during which feedback can be given.</summary>
    public int ValidDays { get; init; } = 7;

    /// <summary>Whether the till must have registered the receipt, or a valid code is enough.</summary>
    public bool RequireRegistration { get; init; }
}

/// <summary>How many forged codes and tries to sign in are borne.</summary>
public sealed record ThrottleSettings
{
    /// <summary>Forged codes a client may send in <see cref="PerClientMinutes"/>.</summary>
    public int PerClient { get; init; } = 5;

    /// <summary>Forged codes a key of the interface may send from one address in <see cref="PerClientMinutes"/>.</summary>
    public int PerKey { get; init; } = 60;

    /// <summary>Minutes that the limit for a client looks back.</summary>
    public int PerClientMinutes { get; init; } = 15;

    /// <summary>Forged codes an hour over the whole portal.</summary>
    public int PortalPerHour { get; init; } = 1000;

    /// <summary>Times a minute that a client may try to sign in, on one node.</summary>
    public int SignInsPerMinute { get; init; } = 60;

    /// <summary>Links to sign in that a client may ask for in 15 minutes, whomever they are for.</summary>
    public int LinksPerClient { get; init; } = 10;

    /// <summary>Free entries that a client may send in 15 minutes, whoever they are of, on one node.</summary>
    public int EntriesPerClient { get; init; } = 20;
}

/// <summary>What is borne before it is refused (docs/fraud.md). An hour is one of the clock; 0 for no limit.</summary>
public sealed record FraudSettings
{
    /// <summary>Redemptions of one cashier an hour.</summary>
    public int RedemptionsPerCashier { get; init; } = 120;

    /// <summary>What one cashier redeems an hour, in cents.</summary>
    public int CentsPerCashier { get; init; } = 60_000;

    /// <summary>Redemptions at one register an hour, where the register is said.</summary>
    public int RedemptionsPerRegister { get; init; } = 120;

    /// <summary>What one register redeems an hour, in cents.</summary>
    public int CentsPerRegister { get; init; } = 60_000;

    /// <summary>Redemptions of one store an hour.</summary>
    public int RedemptionsPerStore { get; init; } = 2_000;

    /// <summary>What one store redeems an hour, in cents.</summary>
    public int CentsPerStore { get; init; } = 1_000_000;

    /// <summary>Reversals of one cashier's redemptions in a day at which an alert is raised; 0 for none, as for all.</summary>
    public int ReversalsPerDay { get; init; } = 6;

    /// <summary>Reversals of one cashier in a day, each within <see cref="QuickMinutes"/>, at which one is raised.</summary>
    public int QuickReversals { get; init; } = 3;

    /// <summary>Minutes from a redemption in which undoing it is quick.</summary>
    public int QuickMinutes { get; init; } = 5;

    /// <summary>Receipts of one register that one shopper gives feedback for in <see cref="ShopperDays"/>, at which one is raised.</summary>
    public int ShopperReceipts { get; init; } = 5;

    /// <summary>Days that feedback is looked at.</summary>
    public int ShopperDays { get; init; } = 7;

    /// <summary>Codes that one client guesses in a day, at which one is raised.</summary>
    public int GuessesPerDay { get; init; } = 20;
}

/// <summary>How awards are handed out.</summary>
public sealed record AwardSettings
{
    /// <summary>Days for which points and entries are held for a shopper who left no e-mail and no card.</summary>
    public int HeldDays { get; init; } = 7;

    /// <summary>
    /// What 100 fuel points cost a promotion's budget, in cents. The usual is the most they can: 10 cents a gallon for 35 gallons.
    /// </summary>
    public int CentsPer100Points { get; init; } = 350;

    /// <summary>Days before points or a voucher end on which their owner is written to; 0 for never.</summary>
    public int ReminderDays { get; init; } = 7;
}

/// <summary>What fuel points are worth, and when they come and go.</summary>
public sealed record FuelPointSettings
{
    /// <summary>What so many points take off the price of a gallon; where none are set, <see cref="TiersOrDefault"/>.</summary>
    public IReadOnlyList<FuelTierSettings> Tiers { get; init; } = [];

    /// <summary>Gallons of one redemption at most.</summary>
    public int MaximumGallons { get; init; } = 35;

    /// <summary>Whether points wait until the till has registered the receipt.</summary>
    public bool PendingUntilTillConfirms { get; init; }

    /// <summary>Where they wait: how many days after the purchase they are posted, so that what is returned soon is never posted.</summary>
    public int PendingDays { get; init; }

    /// <summary>What a refund takes back.</summary>
    public RefundPolicy RefundPolicy { get; init; } = RefundPolicy.WithinBalance;

    /// <summary>The tiers that were set, else 10 ¢ for each 100 points up to $1.</summary>
    public FuelTiers TiersOrDefault => new(Tiers.Count > 0
        ? Tiers.Select(t => new FuelTier(t.Points, t.CentsPerGallon))
        : Enumerable.Range(1, 10).Select(n => new FuelTier(100 * n, 10 * n)));
}

/// <summary>A tier.</summary>
public sealed record FuelTierSettings
{
    /// <summary>Points that it takes.</summary>
    public int Points { get; init; }

    /// <summary>Off the price of a gallon.</summary>
    public int CentsPerGallon { get; init; }
}

/// <summary>What next month's sweepstakes is made from. Terms of a month that is open already stay as they were published.</summary>
public sealed record SweepstakesSettings
{
    /// <summary>Minutes after the end of the period before entries can be frozen, so that none is still on its way.</summary>
    public int SettleMinutes { get; init; } = 15;

    /// <summary>Days before a month begins on which its sweepstakes is opened and its rules are published.</summary>
    public int OpenAheadDays { get; init; } = 7;

    /// <summary>Name and postal address of the sponsor, for the official rules; the chain's name where empty.</summary>
    public string Sponsor { get; init; } = "";

    /// <summary>Where free entries are mailed to. Without it no sweepstakes is opened.</summary>
    public string MailInAddress { get; init; } = "";

    /// <summary>Years of age that an entrant has at least.</summary>
    public int MinimumAge { get; init; } = 18;

    /// <summary>Entries of one person at most, by all ways together.</summary>
    public int EntriesAPerson { get; init; } = 30;

    /// <summary>Entries at most of all who are known to live at one postal address.</summary>
    public int EntriesAHousehold { get; init; } = 60;

    /// <summary>States where it is void, by name or letters, with commas between. What the others ask is in <see cref="Filings"/>.</summary>
    public string VoidIn { get; init; } = "Rhode Island";

    /// <summary>Days that a winner has to answer.</summary>
    public int ClaimDays { get; init; } = PrizeTerms.UsualClaimDays;

    /// <summary>
    /// Where rounds of drand are fetched, one after the other, each an address without the chain; where none are set,
    /// <see cref="BeaconMirrorsOrDefault"/>.
    /// </summary>
    public IReadOnlyList<string> BeaconMirrors { get; init; } = [];

    /// <summary>The mirrors that were set, else drand's own and Cloudflare's.</summary>
    public IReadOnlyList<string> BeaconMirrorsOrDefault => BeaconMirrors.Count > 0
        ? BeaconMirrors
        : ["https://api.drand.sh", "https://api2.drand.sh", "https://api3.drand.sh", "https://drand.cloudflare.com"];

    /// <summary>What states ask of whoever runs a sweepstakes there, by a name of its own; the portal brings some (guidance.json).</summary>
    public IReadOnlyDictionary<string, FilingRule> Filings { get; init; } = new Dictionary<string, FilingRule>();

    /// <summary>Days before such a task is due on which marketing is written to.</summary>
    public int FilingReminderDays { get; init; } = 14;

    /// <summary>From how much on prizes are reported for tax.</summary>
    public TaxSettings Tax { get; init; } = new();

    /// <summary>Days that a voucher is good which a prize is handed over as.</summary>
    public int PrizeVoucherDays { get; init; } = 1826;

    /// <summary>Months for which the answer of a winner is kept after its end.</summary>
    public int KeepClaimsMonths { get; init; } = 48;

    /// <summary>What of it decides who may enter and how often. States are looked at when the process starts.</summary>
    public EntryTerms Terms => new(EntriesAPerson, EntriesAHousehold, MinimumAge, UsState.Join(UsState.ReadList(VoidIn) ?? []));

    /// <summary>What of it decides what a winner gets and how long they have to answer.</summary>
    public PrizeTerms PrizeTerms => new(ClaimDays, [.. PrizesOrDefault.SelectMany(p => Enumerable.Repeat(p.ValueCents, p.Count))], Sponsor);

    /// <summary>The prizes, in prize order; where none are set, <see cref="PrizesOrDefault"/>.</summary>
    public IReadOnlyList<PrizeSettings> Prizes { get; init; } = [];

    /// <summary>The prizes that were set, else one gift card of $500 and twenty of $25.</summary>
    public IReadOnlyList<PrizeSettings> PrizesOrDefault => Prizes.Count > 0
        ? Prizes
        :
        [
            new() { Text = "$500 grocery gift card", TextEs = "Tarjeta de regalo de $500", Count = 1, ValueCents = 50_000 },
            new() { Text = "$25 grocery gift card", TextEs = "Tarjeta de regalo de $25", Count = 20, ValueCents = 2_500 },
        ];
}

/// <summary>What is reported of prizes, by law.</summary>
public sealed record TaxSettings
{
    /// <summary>By a name of its own; the portal brings some (guidance.json).</summary>
    public IReadOnlyDictionary<string, TaxThreshold> Thresholds { get; init; } = new Dictionary<string, TaxThreshold>();

    /// <summary>What holds in a year.</summary>
    public TaxYear Of(int year) => TaxYear.Of(year, Thresholds.Values);
}

/// <summary>Some prizes of one kind.</summary>
public sealed record PrizeSettings
{
    /// <summary>What is won.</summary>
    public string Text { get; init; } = "";

    /// <summary>The same in Spanish; where empty, the English text stands for both.</summary>
    public string TextEs { get; init; } = "";

    /// <summary>How many of it.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Retail value of one, in cents; the rules give it.</summary>
    public int ValueCents { get; init; }
}

/// <summary>How mail leaves.</summary>
public sealed record MailSettings
{
    /// <summary>The sender.</summary>
    public string From { get; init; } = "feedback@fairview.example";

    /// <summary>The server; where empty, mails are written as files into <c>mail/</c> of the data folder.</summary>
    public string Host { get; init; } = "";

    /// <summary>The server's port.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Whether the connection turns to TLS (STARTTLS).</summary>
    public bool UseTls { get; init; } = true;

    /// <summary>Credentials; empty for none.</summary>
    public string User { get; init; } = "";

    /// <summary>Credentials; empty for none.</summary>
    public string Password { get; init; } = "";
}

/// <summary>What a desk may redeem without network (docs/vouchers-offline.md).</summary>
public sealed record OfflineSettings
{
    /// <summary>Of one voucher at most, in cents; 0 for nothing.</summary>
    public int MostCents { get; init; } = 1_000;

    /// <summary>By one desk until it has sent what it took, in cents.</summary>
    public int MostCentsADesk { get; init; } = 10_000;

    /// <summary>Days after the desk's page was last opened with network.</summary>
    public int MostDays { get; init; } = 7;
}

/// <summary>Whom the portal may tell (docs/webhooks.md).</summary>
public sealed record WebhookSettings
{
    /// <summary>Whether it may be an address of the portal's own network, and plain http.</summary>
    public bool AllowPrivateAddresses { get; init; }
}

/// <summary>What stands neither in the database nor in the repository.</summary>
/// <param name="ReceiptCodeKeys">Master keys of 32 bytes, newest first (<c>ReceiptCodes:Keys</c>).</param>
/// <param name="Pepper">32 bytes: voucher codes, links and clients' addresses are hashed under it (<c>Secrets:Pepper</c>).</param>
/// <param name="SealingKey">32 bytes: voucher codes and cookie keys are sealed with it (<c>Secrets:SealingKey</c>).</param>
/// <param name="DrawKey">32 bytes: each draw's key is derived from it (<c>Secrets:DrawKey</c>).</param>
/// <param name="VoucherSigningKeys">32 bytes each, newest first: what vouchers' QR codes are signed with (<c>VoucherSigning:Keys</c>).</param>
public sealed record Secrets(
    IReadOnlyList<byte[]> ReceiptCodeKeys, byte[] Pepper, byte[] SealingKey, byte[] DrawKey, IReadOnlyList<byte[]> VoucherSigningKeys);
