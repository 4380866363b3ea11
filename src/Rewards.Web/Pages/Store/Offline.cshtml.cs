using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.Localization;
using Rewards.Application.Vouchers;
using Rewards.Domain;
using Rewards.Domain.Vouchers;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.StoreDesk;

/// <summary>
/// The desk without network: once opened, the page checks vouchers by what their QR says, keeps what it takes, and sends it when there
/// is network again (docs/vouchers-offline.md).
/// </summary>
[ResponseCache(NoStore = true)]
public sealed class OfflineModel(
    RedeemOffline redeem,
    DeskPasses passes,
    OfflineVouchers forms,
    ReferenceData reference,
    PortalSettings settings,
    IAntiforgery antiforgery,
    Texts texts,
    TimeProvider clock) : PageModel
{
    private const int MostAtOnce = 50;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>What it needs of the portal, kept with the page.</summary>
    public string Terms { get; private set; } = "";

    /// <summary>What may be taken.</summary>
    public OfflineSettings Limits => settings.Offline;

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var staff = StoreClaim.StaffOf(HttpContext);
        var store = await reference.StoreAsync(staff.StoreNumber, cancellationToken);
        var now = clock.GetUtcNow();
        Terms = JsonSerializer.Serialize(
            new DeskTerms(
                passes.Issue(staff),
                store.Number,
                store.TimeZone,
                settings.Portal.TimeZone,
                settings.Portal.Currency,
                Limits.MostCents,
                Limits.MostCentsADesk,
                now.ToUnixTimeMilliseconds(),
                now.AddDays(Limits.MostDays).ToUnixTimeMilliseconds(),
                [.. forms.PublicKeys.Select(k => new DeskKey(k.Id, Convert.ToBase64String(k.Point)))],
                antiforgery.GetAndStoreTokens(HttpContext).RequestToken!),
            _json);
    }

    /// <summary>Takes in what was redeemed without network; each is answered on its own.</summary>
    /// <param name="desk">The desk's own id.</param>
    /// <param name="items">An array of what it took.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IActionResult> OnPostSendAsync(Guid desk, string? items, CancellationToken cancellationToken)
    {
        if (ItemsOf(items) is not { Count: <= MostAtOnce } list || list.Contains(null))
        {
            return BadRequest();
        }

        var answers = new List<DeskAnswer>();
        foreach (var item in list)
        {
            answers.Add(await TakeInAsync(desk, item!, cancellationToken));
        }

        return new JsonResult(new { answers }, _json);
    }

    private async Task<DeskAnswer> TakeInAsync(Guid desk, DeskItem item, CancellationToken cancellationToken)
    {
        var order = new OfflineOrder(item.Id, desk, item.Code, item.Form, item.Cents, item.PurchaseCents, item.At.UtcDateTime);
        if (passes.Read(item.Pass, HttpContext.ClientAddress()).IsRefused(out var refusal, out var pass)
            || (await redeem.RunAsync(order, pass, cancellationToken)).IsRefused(out refusal, out var answer))
        {
            return new DeskAnswer(item.Id, "later", texts[refusal], null);
        }

        return answer.ReasonCode is { } reason
            ? new DeskAnswer(item.Id, "exception", texts.RefusedAs(reason), null)
            : new DeskAnswer(item.Id, "redeemed", null, answer.Redeemed!.BalanceCents);
    }

    private static List<DeskItem?>? ItemsOf(string? json)
    {
        try
        {
            return JsonSerializer.Deserialize<List<DeskItem?>>(json ?? "", _json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record DeskTerms(
        string Pass, int Store, string StoreTimeZone, string TimeZone, string Currency, int MostCents, int MostCentsADesk, long Now, long Until,
        IReadOnlyList<DeskKey> Keys, string Token);

    private sealed record DeskKey(int Id, string Point);

    private sealed record DeskItem(Guid Id, string Code, string Form, int Cents, DateTimeOffset At, string Pass, int? PurchaseCents = null);

    private sealed record DeskAnswer(Guid Id, string State, string? Words, int? Left);
}
