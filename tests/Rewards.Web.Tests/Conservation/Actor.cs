using System.Text.Json;
using Rewards.Domain.Receipts;
using Rewards.Testing;
using Xunit;

namespace Rewards.Web.Tests.Conservation;

/// <summary>One of those who do whatever may be done, at random, at the same time as the others.</summary>
/// <param name="world">What they share.</param>
/// <param name="till">Their till.</param>
/// <param name="office">What no till may do; null where nobody is in the office.</param>
/// <param name="today">The store's business day.</param>
/// <param name="print">The code that a till without network prints, of its register and transaction.</param>
/// <param name="number">Which of them.</param>
/// <param name="seed">The run's.</param>
internal sealed class Actor(
    World world, PatientTill till, OfficeForTests? office, Func<DateOnly> today, Func<ReceiptKey, Task<string>> print, int number, ulong seed)
{
    // What a till may be told besides that it was done: by a race lost, a limit reached, or a clock that moved.
    private static readonly HashSet<string> _expected =
    [
        "409 receipt-already-used", "409 receipt-too-old", "409 voucher-balance-too-low", "409 voucher-already-redeemed", "409 voucher-held", "409 voucher-void",
        "409 voucher-expired", "409 hold-over", "404 hold-unknown", "409 redemption-already-reversed", "409 reversal-on-another-day", "409 fuel-points-too-few",
        "409 fuel-redemption-already-reversed", "409 refund-too-high", "404 loyalty-card-unknown", "409 try-again", "404 receipt-unregistered",
    ];

    private static readonly string[] _departments = ["Bakery"];

    private readonly Dice _dice = new(seed + ((ulong)number * 1_000_003));
    private int _count;

    /// <summary>Does one thing.</summary>
    public async Task ActsAsync()
    {
        var (what, said) = _dice.Below(100) switch
        {
            < 18 => ("submit", await SubmitsAsync()),
            < 21 => ("register", await RegistersAsync()),
            < 38 => ("redeem", await RedeemsAsync()),
            < 40 => ("redeem offline", office is null ? "" : await office.RedeemsOfflineAsync(_dice)),
            < 49 => ("hold", await HoldsAsync()),
            < 58 => ("reverse", await ReversesAsync("redemptions", world.Redemptions, "sale-cancelled", "reversal", "amountCents")),
            < 72 => ("fuel", await SpendsPointsAsync()),
            < 80 => ("reverse fuel", await ReversesAsync("fuel-redemptions", world.FuelRedemptions, "wrong-tier", "fuel reversal", "points")),
            < 90 => ("refund", await RefundsAsync()),
            < 94 => ("adjust", office is null ? "" : await office.AdjustsAsync(_dice)),
            < 96 => ("void", office is null ? "" : await office.VoidsAsync(_dice)),
            < 97 => ("sweep", office is null ? "" : await office.SweepsAsync()),
            _ => ("look", await LooksAsync()),
        };
        world.Tally.AddOrUpdate($"{what} {said}".TrimEnd(), 1, (_, count) => count + 1);
        if (said.Length > 3 && !_expected.Contains(said))
        {
            world.Faults.Enqueue($"{what}: {said}");
        }
    }

    private async Task<string> SubmitsAsync()
    {
        var serial = (_count++ * 16) + number;
        Assert.True(ReceiptKey.TryCreate(StoreNumbers.Princeton, today(), 8 + (serial >> 12), serial & 4_095, out var key));
        var receipt = new ReceiptForTests(await print(key), key, 100 + _dice.Below(9_000));
        if (_dice.Below(4) == 0)
        {
            // The till has no network: its receipt comes later, its points wait.
            world.Unregistered.Add(receipt);
        }
        else if (await RegistersAsync(receipt) is { Length: > 3 } refused)
        {
            return refused;
        }

        var code = receipt.Code;
        if (_dice.Below(10) > 0)
        {
            world.Receipts.Add(code);
        }

        // Now and then nobody is left: what needs a person is held.
        object response = _dice.Below(10) == 0
            ? new { code, language = "en", answers = new { recommend = 9 } }
            : new { code, language = "en", answers = new { recommend = 9 }, loyaltyCard = _dice.OneOf(World.Cards) };
        var sent = await till.Posts("/api/v1/responses", response, $"{number}/{_count++}");
        if (sent.IsDone)
        {
            world.Acknowledged.GetOrAdd("response", _ => new()).TryAdd(Guid.NewGuid(), 1);
            foreach (var award in sent.Answer["awards"].EnumerateArray().Where(a => a.GetProperty("voucher").ValueKind == JsonValueKind.Object))
            {
                world.Vouchers.Add(award.GetProperty("voucher").GetProperty("code").GetString()!);
            }
        }

        return sent.Said;
    }

    // One in five never arrives; most arrive more than once.
    private async Task<string> RegistersAsync() =>
        world.Unregistered.TryPick(_dice, out var receipt) && receipt.Key.Transaction % 5 > 0 ? await RegistersAsync(receipt) : "";

    private async Task<string> RegistersAsync(ReceiptForTests receipt)
    {
        var registered = await till.Posts("/api/v1/receipts", new
        {
            store = receipt.Key.StoreNumber,
            register = receipt.Key.Register,
            transaction = receipt.Key.Transaction,
            purchasedAt = $"{receipt.Key.BusinessDay:yyyy-MM-dd}T00:05:00",
            totalCents = receipt.TotalCents,
            departments = _departments,
        });
        if (registered.IsDone && registered.Answer["code"].GetString() is var code && code != receipt.Code)
        {
            world.Faults.Enqueue($"The till prints {receipt.Code}, the portal says {code}");
        }

        return registered.IsDone ? "201" : registered.Said;
    }

    private async Task<string> RedeemsAsync() =>
        world.Vouchers.TryPick(_dice, out var code) ? await RedeemsAsync(code, 1 + _dice.Below(300), null) : "";

    // One in ten is sent twice at once with its key: it is done once and answered twice alike.
    private async Task<string> RedeemsAsync(string code, int amountCents, Guid? holdId)
    {
        object body = holdId is null ? new { amountCents, register = 3, cashier = $"Ana {number}" } : new { amountCents, register = 3, cashier = $"Ana {number}", holdId };
        var key = $"{number}/{_count++}";
        var sendings = new List<Task<Answered>> { till.Posts($"/api/v1/vouchers/{code}/redemptions", body, key) };
        if (_dice.Below(10) == 0)
        {
            sendings.Add(till.Posts($"/api/v1/vouchers/{code}/redemptions", body, key));
        }

        var answers = await Task.WhenAll(sendings);
        if (answers.FirstOrDefault(a => a.IsDone) is { } done)
        {
            var id = done.Answer["redemptionId"].GetGuid();
            world.Done("redemption", id, amountCents);
            world.Redemptions.Add(id);
        }

        // Where one is refused and another done, the refused one looked before; it took nothing.
        if (answers.Where(a => a.IsDone).Select(a => a.Answer.Text).Distinct().Count() > 1)
        {
            world.Faults.Enqueue($"One key was answered in two ways: {string.Join(" / ", answers.Select(a => a.Answer.Text))}");
        }

        return answers[0].Said;
    }

    private async Task<string> HoldsAsync()
    {
        if (!world.Vouchers.TryPick(_dice, out var code))
        {
            return "";
        }

        var hold = await till.Posts($"/api/v1/vouchers/{code}/holds", new { seconds = 2 + _dice.Below(20) });
        if (!hold.IsDone)
        {
            return hold.Said;
        }

        var holdId = hold.Answer["holdId"].GetGuid();
        return _dice.Below(10) switch
        {
            < 6 => await RedeemsAsync(code, 1 + _dice.Below(300), holdId),
            < 9 => (await till.Deletes($"/api/v1/holds/{holdId}")).Said,
            _ => hold.Said,
        };
    }

    private async Task<string> ReversesAsync(string path, World.Pile<Guid> of, string reason, string what, string amount)
    {
        if (!of.TryPick(_dice, out var id))
        {
            return "";
        }

        var undone = await till.Posts($"/api/v1/{path}/{id}/reversal", new { reason, supervisor = $"Luz {number} {_count++}" });
        if (undone.IsDone)
        {
            world.Done(what, undone.Answer["reversalId"].GetGuid(), undone.Answer[amount].GetInt32());
        }

        return undone.Said;
    }

    private async Task<string> SpendsPointsAsync()
    {
        object body = _dice.Below(2) == 0 ? new { register = 3, cashier = $"Ana {number}" } : new { register = 3, cashier = $"Ana {number}", points = 100 };
        var spent = await till.Posts($"/api/v1/shoppers/{_dice.OneOf(World.Cards)}/fuel-redemptions", body, $"{number}/{_count++}");
        if (spent.IsDone)
        {
            var id = spent.Answer["redemptionId"].GetGuid();
            world.Done("fuel redemption", id, spent.Answer["points"].GetInt32());
            world.FuelRedemptions.Add(id);
        }

        return spent.Said;
    }

    private async Task<string> RefundsAsync()
    {
        if (!world.Receipts.TryPick(_dice, out var code))
        {
            return "";
        }

        var refunded = await till.Posts($"/api/v1/receipts/{code}/refunds", new { amountCents = 1 + _dice.Below(4_000) }, $"{number}/{_count++}");
        if (refunded.IsDone)
        {
            world.Done("refund", refunded.Answer["refundId"].GetGuid(), refunded.Answer["pointsTaken"].GetInt32());
        }

        return refunded.Said;
    }

    private async Task<string> LooksAsync()
    {
        var points = await till.Gets($"/api/v1/shoppers/{_dice.OneOf(World.Cards)}/fuel-points");
        if (points.IsDone && points.Answer["points"].GetInt32() < 0)
        {
            world.Faults.Enqueue($"Points below zero were shown: {points.Answer.Text}");
        }

        return points.Said;
    }
}
