using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Audit;
using Rewards.Domain.Fraud;
using Rewards.Domain.Receipts;

namespace Rewards.Application.Fraud;

/// <summary>The patterns that are looked for (docs/fraud.md): each by one or two queries bounded by time, over an index.</summary>
public sealed class FindPatterns(RewardsDb db, DatabaseProvider provider, PortalSettings settings)
{
    private const int Most = 20_000;
    private const int MostShoppers = 500;

    /// <summary>Looks.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<Finding>> RunAsync(DateTime now, CancellationToken cancellationToken) =>
    [
        .. await ReversalsAsync(now.AddDays(-1), cancellationToken),
        .. await SameShopperAsync(now.AddDays(-settings.Fraud.ShopperDays), cancellationToken),
        .. await SecondCardAsync(now.AddDays(-settings.Fraud.ShopperDays), cancellationToken),
        .. await GuessingAsync(now.AddDays(-1), cancellationToken),
    ];

    private async Task<List<Finding>> ReversalsAsync(DateTime since, CancellationToken cancellationToken)
    {
        var from = AuditedRow.FirstIdOf(since);
        var recent = provider.SortsIdsByTime ? db.Reversals.Where(r => r.Id > from) : db.Reversals.Where(r => r.At >= since);
        var rows = await (
            from reversal in recent.AsNoTracking()
            join redemption in db.Redemptions on reversal.RedemptionId equals redemption.Id
            from staff in db.Users.Where(u => u.Id == redemption.StaffId).DefaultIfEmpty()
            orderby reversal.Id
            select new { redemption.StoreNumber, redemption.ActorId, redemption.Cashier, Staff = staff.UserName, reversal.AmountCents, Made = redemption.At, reversal.At })
            .Take(Most).ToListAsync(cancellationToken);
        var findings = new List<Finding>();
        foreach (var cashier in rows.GroupBy(r => (r.StoreNumber, r.ActorId, Cashier: r.Cashier?.Trim().ToUpperInvariant())))
        {
            var (store, actor, name) = cashier.Key;
            var evidence = cashier.Select(r => new AlertEvidence(r.At, r.AmountCents, (int)(r.At - r.Made).TotalMinutes)).ToList();
            var quick = evidence.FindAll(e => e.Minutes < settings.Fraud.QuickMinutes);
            var subject = $"{store}/{actor:n}/{name}";
            var who = cashier.First().Staff ?? cashier.First().Cashier ?? "";
            Add(AlertKind.ManyReversals, evidence, settings.Fraud.ReversalsPerDay);
            Add(AlertKind.QuickReversals, quick, settings.Fraud.QuickReversals);

            void Add(AlertKind kind, IReadOnlyList<AlertEvidence> found, int least)
            {
                if (least > 0 && found.Count >= least)
                {
                    findings.Add(new Finding(kind, subject, Short(who), store, found));
                }
            }
        }

        return findings;
    }

    // Receipts know their register, not their cashier.
    private async Task<List<Finding>> SameShopperAsync(DateTime since, CancellationToken cancellationToken)
    {
        var least = settings.Fraud.ShopperReceipts;
        if (least == 0)
        {
            return [];
        }

        var sent = db.Responses.AsNoTracking().Where(r => r.SubmittedAt >= since && r.ShopperId != null && !r.IsGenerated);
        var many = await sent.GroupBy(r => r.ShopperId).Where(g => g.Count() >= least).Select(g => g.Key).OrderBy(id => id).Take(MostShoppers).ToListAsync(cancellationToken);
        var rows = await (
            from response in sent
            where many.Contains(response.ShopperId)
            join shopper in db.Shoppers on response.ShopperId equals shopper.Id
            orderby response.Id
            select new { response.Id, response.ReceiptId, response.SubmittedAt, ShopperId = shopper.Id, shopper.Email, shopper.LoyaltyCard })
            .Take(Most).ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
               let key = ReceiptKey.FromId(row.ReceiptId)
               group row by (row.ShopperId, key.StoreNumber, key.Register) into same
               where same.Count() >= least
               select new Finding(
                   AlertKind.SameShopper,
                   string.Create(CultureInfo.InvariantCulture, $"{same.Key.ShopperId:n}/{same.Key.StoreNumber}/{same.Key.Register}"),
                   Short($"{same.First().Email ?? Ending(same.First().LoyaltyCard)}, {same.Key.Register}"),
                   same.Key.StoreNumber,
                   [.. same.Select(r => new AlertEvidence(r.SubmittedAt!.Value, ResponseId: r.Id))]),
        ];
    }

    private async Task<List<Finding>> SecondCardAsync(DateTime since, CancellationToken cancellationToken)
    {
        if (settings.Fraud.ShopperReceipts == 0)
        {
            return [];
        }

        var rows = await (
            from response in db.Responses.AsNoTracking()
            where response.SubmittedAt >= since
            join receipt in db.Receipts on response.ReceiptId equals receipt.Id
            join shopper in db.Shoppers on response.ShopperId equals shopper.Id
            where receipt.LoyaltyCard != null && shopper.LoyaltyCard != null && receipt.LoyaltyCard != shopper.LoyaltyCard
            orderby response.Id
            select new { response.Id, response.ReceiptId, response.StoreNumber, response.SubmittedAt, AtTheTill = receipt.LoyaltyCard, Named = shopper.LoyaltyCard })
            .Take(Most).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new Finding(
                AlertKind.SecondCard,
                r.ReceiptId.ToString(CultureInfo.InvariantCulture),
                $"{Ending(r.AtTheTill)} → {Ending(r.Named)}",
                r.StoreNumber,
                [new AlertEvidence(r.SubmittedAt!.Value, ResponseId: r.Id)])),
        ];
    }

    private async Task<List<Finding>> GuessingAsync(DateTime since, CancellationToken cancellationToken)
    {
        var least = settings.Fraud.GuessesPerDay;
        if (least == 0)
        {
            return [];
        }

        var clients = await db.CodeAttempts.AsNoTracking().Where(a => a.At >= since)
            .GroupBy(a => a.Client).Where(g => g.Count() >= least).Select(g => g.Key).OrderBy(client => client).Take(MostShoppers).ToListAsync(cancellationToken);
        var findings = new List<Finding>();
        foreach (var client in clients)
        {
            var tries = await db.CodeAttempts.AsNoTracking().Where(a => a.Client == client && a.At >= since)
                .OrderByDescending(a => a.At).Select(a => a.At).Take(Most).ToListAsync(cancellationToken);
            var name = Convert.ToHexStringLower(client);
            findings.Add(new Finding(AlertKind.Guessing, name, name[..8], null, [.. tries.Select(at => new AlertEvidence(at))]));
        }

        return findings;
    }

    private static string Ending(string? card) => card is { Length: > 4 } ? $"…{card[^4..]}" : card ?? "";

    private static string Short(string text) => text.Length > Alert.WhoLength ? text[..Alert.WhoLength] : text;
}
