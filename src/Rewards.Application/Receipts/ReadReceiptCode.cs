using Rewards.Domain;
using Rewards.Domain.Receipts;

namespace Rewards.Application.Receipts;

/// <summary>Reads a receipt's code, and counts those that no till of ours printed (docs/protocols.md §1).</summary>
public sealed class ReadReceiptCode(ReceiptCodes codes, CodeThrottle throttle, TimeProvider clock)
{
    /// <summary>Reads. Refuses with <c>receipt-code-slip</c> and its kin, <c>too-many-codes</c>, <c>receipt-code-unknown</c>.</summary>
    /// <param name="code">As typed or scanned.</param>
    /// <param name="client">What forged codes are counted by.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<ReceiptCodeReading.Valid>> RunAsync(string? code, string client, CancellationToken cancellationToken)
    {
        var reading = codes.Read(code, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (reading is ReceiptCodeReading.Slip slip)
        {
            return new ReceiptCodeSlip(slip.What);
        }

        if (throttle.ShutUntil(client) is { } until)
        {
            return new TooManyCodes(until);
        }

        if (reading is ReceiptCodeReading.Valid valid)
        {
            return valid;
        }

        await throttle.CountAsync(client, cancellationToken);
        return new ReceiptCodeUnknown();
    }
}
