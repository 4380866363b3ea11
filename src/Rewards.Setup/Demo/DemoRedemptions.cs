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
    private const int Today = 4;

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

    /// <summary>Redeems; one of them is undone again.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        var desk = await StaffAsync("desk@fairview.example", cancellationToken);
        var supervisor = await StaffAsync("supervisor@fairview.example", cancellationToken);
        var vouchers = await _db.Vouchers.AsNoTracking().OrderBy(v => v.IssuedAt)
            .Select(v => new GivenVoucher(v.Id, v.SealedCode, v.ValueCents, v.IssuedAt)).ToListAsync(cancellationToken);
        var redeemed = 0;
        Guid? first = null;
        foreach (var (voucher, at) in Chosen(vouchers, now))
        {
            _clock.Set(at);
            var chance = new Chance("amount/" + at.Ticks.ToString(CultureInfo.InvariantCulture));
            int? amount = chance.Happens(0.25) ? 100 + (50 * chance.Below(7)) : null;
            var code = _vault.Unseal(voucher.SealedCode, voucher.Id.ToByteArray(bigEndian: true));
            var outcome = await _redeem.RunAsync(code, amount, desk, $"demo-{voucher.Id:N}", cancellationToken);
            redeemed++;
            first ??= outcome.Value.RedemptionId;
            if (redeemed == 1)
            {
                _clock.Set(at.AddMinutes(3));
                _ = (await _reverse.RunAsync(first.Value, ReversalReason.WrongAmount, supervisor, cancellationToken)).Value;
            }
        }

        return redeemed;
    }

    private IEnumerable<(GivenVoucher Voucher, DateTime At)> Chosen(IReadOnlyList<GivenVoucher> vouchers, DateTime now)
    {
        var today = Zone.DayOf(now, _timeZone);
        var left = Today;
        for (var i = 0; i < vouchers.Count; i++)
        {
            var chance = new Chance("redeem/" + i.ToString(CultureInfo.InvariantCulture));
            var local = Zone.DayOf(vouchers[i].IssuedAt, _timeZone).AddDays(1 + chance.Below(25)).ToDateTime(new TimeOnly(9, 0));
            var at = Zone.ToUtc(local.AddMinutes(chance.Below(660)), _timeZone);
            if (chance.Happens(RedeemedShare) && at < now.AddDays(-1))
            {
                yield return (vouchers[i], at);
            }
            else if (left > 0 && vouchers[i].IssuedAt < now.AddDays(-3) && Zone.DayOf(now.AddMinutes(-17 * left), _timeZone) == today)
            {
                yield return (vouchers[i], now.AddMinutes(-17 * left--));
            }
        }
    }

    private async Task<StaffAtStore> StaffAsync(string email, CancellationToken cancellationToken)
    {
        var user = await _db.Users.AsNoTracking().SingleAsync(u => u.Email == email, cancellationToken);
        return new StaffAtStore(user.Id, user.StoreNumber!.Value, "demo");
    }

    private sealed record GivenVoucher(Guid Id, byte[] SealedCode, int ValueCents, DateTime IssuedAt);
}
