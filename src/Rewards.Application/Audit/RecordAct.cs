using System.Globalization;
using System.Text.Json;
using Rewards.Data;
using Rewards.Domain.Audit;
using Rewards.Domain.Promotions;

namespace Rewards.Application.Audit;

/// <summary>Takes down what someone did, to be saved by the caller with the act itself.</summary>
public sealed class RecordAct(RewardsDb db, ActOrigin origin, TimeProvider clock)
{
    /// <summary>A budget in money, as an act leaves it.</summary>
    internal const string BudgetCents = "newCents";

    /// <summary>A budget in awards, as an act leaves it.</summary>
    internal const string BudgetCount = "newCount";

    /// <summary>Set where it was the command line.</summary>
    internal const string Via = "via";

    /// <summary>Adds the event; saves nothing.</summary>
    /// <param name="act">What was done.</param>
    /// <param name="by">By which member of staff; null for the command line and for what the portal does itself.</param>
    /// <param name="subject">To what.</param>
    /// <param name="detail">What else matters, in a few words each: names, amounts, reasons; what is null is left out.</param>
    public void Add(AuditAct act, Guid? by, AuditSubject subject, params IEnumerable<(string Name, object? Value)> detail)
    {
        var now = clock.GetUtcNow();
        var texts = detail.Where(d => d.Value is not null).ToDictionary(d => d.Name, d => Convert.ToString(d.Value, CultureInfo.InvariantCulture));
        if (by is null && origin.IsCommandLine)
        {
            texts.Add(Via, "command-line");
        }

        db.AuditEvents.Add(new AuditEvent(
            Guid.CreateVersion7(now), act, by, subject, JsonSerializer.Serialize(texts, DataJson.Options), now.UtcDateTime));
    }

    /// <summary>Adds the event that a promotion begins to run, with the budgets it begins with; saves nothing.</summary>
    /// <param name="promotion">With the id that the database gave it.</param>
    /// <param name="by">By which member of staff; null for the command line and for what the portal does itself.</param>
    public void AddPublished(Promotion promotion, Guid? by)
    {
        ArgumentNullException.ThrowIfNull(promotion);
        Add(
            AuditAct.PromotionPublished,
            by,
            AuditSubject.Of(promotion.Id),
            ("name", promotion.Name),
            (BudgetCents, promotion.BudgetCents),
            (BudgetCount, promotion.BudgetCount));
    }

    /// <summary>What an event has taken down besides, by name.</summary>
    internal static Dictionary<string, string> Read(string detail) => JsonSerializer.Deserialize<Dictionary<string, string>>(detail, DataJson.Options)!;
}

/// <summary>Which program acts where no person does.</summary>
/// <param name="IsCommandLine">Whether it is <c>rewards</c>, at the command line, and not the portal.</param>
public sealed record ActOrigin(bool IsCommandLine);
