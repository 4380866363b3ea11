using System.Text.Json;
using Rewards.Data;
using Rewards.Domain.Audit;

namespace Rewards.Application.Audit;

/// <summary>Takes down what someone did, to be saved by the caller with the act itself.</summary>
public sealed class RecordAct(RewardsDb db, TimeProvider clock)
{
    /// <summary>Adds the event; saves nothing.</summary>
    /// <param name="act">What was done.</param>
    /// <param name="by">By which member of staff; null for the command line and for what the portal does itself.</param>
    /// <param name="subject">To what.</param>
    /// <param name="detail">What else matters, in a few words each: names, amounts, reasons; what is null is left out.</param>
    public void Add(AuditAct act, Guid? by, AuditSubject subject, params IEnumerable<(string Name, object? Value)> detail)
    {
        var now = clock.GetUtcNow();
        var texts = detail.Where(d => d.Value is not null)
            .ToDictionary(d => d.Name, d => Convert.ToString(d.Value, System.Globalization.CultureInfo.InvariantCulture));
        db.AuditEvents.Add(new AuditEvent(
            Guid.CreateVersion7(now), act, by, subject, JsonSerializer.Serialize(texts, DataJson.Options), now.UtcDateTime));
    }
}
