using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application;
using Rewards.Application.Vouchers;
using Rewards.Data;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Domain.Vouchers;

namespace Rewards.Setup.Demo;

/// <summary>Takes some of the vouchers that the demo gave, by the rules of the desk; the last of them today.</summary>
internal sealed class DemoRedemptions
{
    private const double RedeemedShare = 0.4;
    private const int RedeemedToday = 5;

    private readonly RewardsDb _db;
    private readonly Vault _vault;
    private readonly SetClock _clock = new();
    private readonly RedeemVoucher _redeem;
    private readonly ReverseRedemption _reverse;
    private readonly string _timeZone;

    /// <summary>Makes the rules run on the instants of the redemptions.</summary>
    public DemoRedemptions(IServiceProvider services)
    {
        _db = services.GetRequiredService<RewardsDb>();
        _vault = services.GetRequiredService<Vault>();
        _redeem = ActivatorUtilities.CreateInstance<RedeemVoucher>(services, _clock);
        _reverse = ActivatorUtilities.CreateInstance<ReverseRedemption>(services, _clock);
        _timeZone = services.GetRequiredService<ChainSettings>().TimeZone;
    }

    /// <summary>Redeems. The first of all and the first of today are undone again.</summary>
    /// <returns>How many were redeemed.</returns>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        var desk = await StaffAsync("desk@fairview.example", cancellationToken);
        var supervisor = await StaffAsync("supervisor@fairview.example", cancellationToken);
        var vouchers = await _db.Vouchers.AsNoTracking().OrderBy(v => v.IssuedAt)
            .Select(v => new GivenVoucher(v.Id, v.SealedCode, v.IssuedAt)).ToListAsync(cancellationToken);
        var earlier = Earlier(vouchers, now);
        var today = Today([.. vouchers.Except(earlier.Select(e => e.Voucher))], now);
        await RedeemAllAsync(earlier, desk, supervisor, cancellationToken);
        await RedeemAllAsync(today, desk, supervisor, cancellationToken);
        return earlier.Count + today.Count;
    }

    private async Task RedeemAllAsync(
        IReadOnlyList<(GivenVoucher Voucher, DateTime At)> chosen, StaffAtStore desk, StaffAtStore supervisor, CancellationToken cancellationToken)
    {
        foreach (var ((id, sealedCode, _), at) in chosen)
        {
            var chance = new Chance("amount/" + at.Ticks.ToString(CultureInfo.InvariantCulture));
            int? amount = chance.Happens(0.25) ? 100 + (50 * chance.Below(7)) : null;
            _clock.Set(at);
            var code = _vault.Unseal(sealedCode, id.ToByteArray(bigEndian: true));
            var redeemed = (await _redeem.RunAsync(new RedemptionOrder(code, amount), desk, $"demo-{id:N}", cancellationToken)).Value;
            if (at == chosen[0].At)
            {
                _clock.Set(at.AddMinutes(3));
                _ = (await _reverse.RunAsync(redeemed.RedemptionId, ReversalReason.WrongVoucher, supervisor, cancellationToken)).Value;
            }
        }
    }

    private List<(GivenVoucher Voucher, DateTime At)> Earlier(IReadOnlyList<GivenVoucher> vouchers, DateTime now)
    {
        var chosen = new List<(GivenVoucher Voucher, DateTime At)>();
        foreach (var (i, voucher) in vouchers.Index())
        {
            var chance = new Chance("redeem/" + i.ToString(CultureInfo.InvariantCulture));
            var day = Zone.DayOf(voucher.IssuedAt, _timeZone).AddDays(1 + chance.Below(25));
            var at = Zone.ToUtc(day.ToDateTime(new TimeOnly(9, 0)).AddMinutes(chance.Below(660)), _timeZone);
            if (chance.Happens(RedeemedShare) && at < now.AddDays(-1))
            {
                chosen.Add((voucher, at));
            }
        }

        return [.. chosen.OrderBy(c => c.At)];
    }

    // Those of the last weeks are still good.
    private List<(GivenVoucher Voucher, DateTime At)> Today(IReadOnlyList<GivenVoucher> vouchers, DateTime now)
    {
        var today = Zone.DayOf(now, _timeZone);
        return [.. vouchers.Where(v => v.IssuedAt < now.AddDays(-3)).TakeLast(RedeemedToday)
            .Select((v, i) => (v, now.AddMinutes(-17 * (RedeemedToday - i))))
            .Where(c => Zone.DayOf(c.Item2, _timeZone) == today)];
    }

    private async Task<StaffAtStore> StaffAsync(string email, CancellationToken cancellationToken)
    {
        var user = await _db.Users.AsNoTracking().SingleAsync(u => u.Email == email, cancellationToken);
        return new StaffAtStore(user.Id, user.StoreNumber!.Value, "demo");
    }

    private sealed record GivenVoucher(Guid Id, byte[] SealedCode, DateTime IssuedAt);
}
