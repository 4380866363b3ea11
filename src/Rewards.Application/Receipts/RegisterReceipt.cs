using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.FuelPoints;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Receipts;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Staff;
using Rewards.Domain.Stores;
using Rewards.Domain.Surveys;

namespace Rewards.Application.Receipts;

/// <summary>
/// Takes receipts in as tills send them, by one or in batches, and says each one's code. What is there already and alike is answered
/// as if it was new, so a till sends again whatever it has no answer for. Points that waited for a receipt are posted with it.
/// </summary>
public sealed class RegisterReceipt(
    RewardsDb db, DatabaseProvider provider, ReferenceData reference, ReceiptCodes codes, ConfirmReceipt confirm, TimeProvider clock)
{
    private const int FirstYear = 2000;

    private static readonly string[] _wallClock = ["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm"];

    /// <summary>
    /// Registers one. Refuses with <c>store-unknown</c>, <c>purchased-at-invalid</c>, <c>receipt-number-invalid</c>,
    /// <c>receipt-total-invalid</c>, <c>departments-invalid</c>, <c>loyalty-card-invalid</c>, <c>receipt-from-the-future</c>,
    /// <c>receipt-differs</c>.
    /// </summary>
    /// <param name="sent">As the till sent it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<RegisteredReceipt>> RunAsync(SentReceipt sent, CancellationToken cancellationToken) =>
        (await RunAsync([sent], cancellationToken))[0];

    /// <summary>Registers a batch in one transaction: those that are refused do not keep the others out.</summary>
    /// <param name="batch">As the till sent them.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>An outcome for each, in the same order.</returns>
    public async Task<IReadOnlyList<Outcome<RegisteredReceipt>>> RunAsync(IReadOnlyList<SentReceipt> batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var stores = (await reference.GetAsync(cancellationToken)).Stores;
        var read = batch.Select(s => Read(s, stores)).ToList();
        var good = read.Where(r => r.Error is null).Select(r => r.Value).DistinctBy(r => r.Id).ToList();
        var ids = good.Select(r => r.Id).ToList();
        var before = await KnownAsync(ids, cancellationToken);
        if (good.Any(r => !before.TryGetValue(r.Id, out var known) || known.PurchasedAt is null))
        {
            await provider.RegisterReceiptsAsync(db, good, cancellationToken);

            // A response came before the till only where the receipt was known by its code: of any other nothing can wait.
            await confirm.RunAsync([.. before.Values.Where(k => k.PurchasedAt is null).Select(k => k.Id)], cancellationToken);
        }

        // Another till may have sent the same in between: what stands there now decides.
        var after = await KnownAsync(ids, cancellationToken);
        return
        [
            .. read.Select<Outcome<Receipt>, Outcome<RegisteredReceipt>>(r => r.IsRefused(out var refusal, out var receipt) ? refusal
                : after[receipt.Id].IsLike(receipt) ? new RegisteredReceipt(
                    codes.Print(ReceiptKey.FromId(receipt.Id)), !before.TryGetValue(receipt.Id, out var known) || known.PurchasedAt is null)
                : new ReceiptDiffers()),
        ];
    }

    private async Task<Dictionary<long, Known>> KnownAsync(List<long> ids, CancellationToken cancellationToken) =>
        await db.Receipts.AsNoTracking().Where(r => ids.Contains(r.Id))
            .Select(r => new Known(r.Id, r.PurchasedAt, r.TotalCents, r.Departments, r.LoyaltyCard))
            .ToDictionaryAsync(k => k.Id, cancellationToken);

    private Outcome<Receipt> Read(SentReceipt sent, IReadOnlyDictionary<int, Store> stores)
    {
        if (!stores.TryGetValue(sent.Store, out var store))
        {
            return new StoreUnknown(sent.Store);
        }

        if (LocalTime(sent.PurchasedAt, store) is not { } local)
        {
            return new PurchasedAtInvalid();
        }

        var day = DateOnly.FromDateTime(local);
        var departments = sent.Departments ?? [];
        return !ReceiptKey.TryCreate(sent.Store, day, sent.Register, sent.Transaction, out var key) ? new ReceiptNumberInvalid()
            : day > store.BusinessDayAt(clock.GetUtcNow().UtcDateTime) ? new ReceiptFromTheFuture(day)
            : sent.TotalCents is < 0 or > int.MaxValue ? new ReceiptTotalInvalid()
            : !AreDepartments(departments) ? new DepartmentsInvalid()
            : sent.LoyaltyCard is { } card && !LoyaltyCard.IsOne(card) ? new LoyaltyCardInvalid()
            : new Receipt(key, local, sent.TotalCents, null, string.Join('|', departments), null, sent.LoyaltyCard);
    }

    // The till's wall clock; an instant with its offset is brought to the store's.
    private static DateTime? LocalTime(string? text, Store store)
    {
        if (DateTime.TryParseExact(text, _wallClock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return local.Year >= FirstYear ? local : null;
        }

        return text is { Length: <= 40 } && text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParseExact(
                text, ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            && instant.Year >= FirstYear && instant.Year < DateTime.MaxValue.Year
            ? TruncatedToSeconds(TimeZoneInfo.ConvertTimeFromUtc(instant.UtcDateTime, TimeZoneInfo.FindSystemTimeZoneById(store.TimeZone)))
            : null;
    }

    private static DateTime TruncatedToSeconds(DateTime local) =>
        new(local.Ticks - (local.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified);

    private static bool AreDepartments(IReadOnlyList<string> names) =>
        names.All(n => PlainText.IsOf(n, 1, Answer.TouchpointLength) && n.Trim().Length == n.Length && !n.Contains('|', StringComparison.Ordinal))
        && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count
        && names.Sum(n => n.Length + 1) <= Receipt.DepartmentsLength;

    private sealed record Known(long Id, DateTime? PurchasedAt, long? TotalCents, string Departments, string? LoyaltyCard)
    {
        public bool IsLike(Receipt receipt) => PurchasedAt == receipt.PurchasedAt && TotalCents == receipt.TotalCents
            && Departments == receipt.Departments && LoyaltyCard == receipt.LoyaltyCard;
    }
}

/// <summary>A receipt as a till sends it.</summary>
/// <param name="Store">Its number.</param>
/// <param name="Register">0 to 63.</param>
/// <param name="Transaction">0 to 4095.</param>
/// <param name="PurchasedAt">The store's wall clock, or an instant with its offset.</param>
/// <param name="TotalCents">What was paid.</param>
/// <param name="Departments">The touchpoints visited.</param>
/// <param name="LoyaltyCard">3 to 20 digits, if one was shown.</param>
public sealed record SentReceipt(
    int Store, int Register, int Transaction, string? PurchasedAt, long TotalCents, IReadOnlyList<string>? Departments, string? LoyaltyCard);

/// <summary>A receipt that is registered.</summary>
/// <param name="Code">To be printed.</param>
/// <param name="IsNew">Whether it was not registered before.</param>
public sealed record RegisteredReceipt(string Code, bool IsNew);
