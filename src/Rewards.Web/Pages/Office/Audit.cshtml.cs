using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Audit;
using Rewards.Application.Localization;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office;

/// <summary>Who did what, and whether the chain over it agrees. For administrators.</summary>
[ResponseCache(NoStore = true)]
public sealed class AuditModel(ListAuditEvents list, KeepAudit keep, SealAudit seal, ExplainDates explain, Texts texts) : PageModel
{
    /// <summary>Of what was done.</summary>
    [BindProperty(SupportsGet = true)]
    public AuditAct? Act { get; set; }

    /// <summary>By whom.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    /// <summary>When, in the programme's time zone.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    /// <summary>Which page, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>The events.</summary>
    public AuditEventList Events { get; private set; } = null!;

    /// <summary>The last check of the chain.</summary>
    public AuditCheck? Check { get; private set; }

    /// <summary>Whether it found nothing but dates, and somebody has explained them since.</summary>
    public bool IsExplained { get; private set; }

    /// <summary>Why they were not.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>Where the chain ends.</summary>
    public AuditHead Head { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        // What is not understood filters nothing.
        var act = Act is { } chosen && Enum.IsDefined(chosen) ? Act : null;
        var day = Day is { Year: > 2000 and < 9000 } ? Day : null;
        Events = await list.RunAsync(new AuditFilter(act, Person, day), PageNumber, cancellationToken);
        (Check, IsExplained) = await keep.StandingAsync(cancellationToken);
        Head = await seal.HeadAsync(cancellationToken);
    }

    /// <summary>Takes down why the dates that the last check found do not fit.</summary>
    /// <param name="through">The last link that was verified when they were shown.</param>
    /// <param name="reason">As typed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(long through, string? reason, CancellationToken cancellationToken)
    {
        Refusal = await explain.RunAsync(through, reason, StoreClaim.PersonOf(User), cancellationToken);
        if (Refusal is null)
        {
            return LocalRedirect("/office/audit");
        }

        await OnGetAsync(cancellationToken);
        Response.StatusCode = ProblemPage.StatusOf(Refusal);
        return Page();
    }

    /// <summary>The address of another page with the same filter.</summary>
    public string Link(int page) =>
        $"/office/audit?act={Act}&person={Person}&day={Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}&p={page}";

    /// <summary>A member of an event's detail, in words.</summary>
    /// <param name="act">The event's.</param>
    /// <param name="name">The member's.</param>
    /// <param name="value">As it was taken down.</param>
    public string FactOf(AuditAct act, string name, string value)
    {
        var own = $"audit.detail-{act}-{name}";
        return texts["audit.fact", texts[texts.Has(own, Texts.CurrentLanguage) ? own : $"audit.detail-{name}"], (act, name) switch
        {
            (_, "cents" or "newCents" or "oldCents") when long.TryParse(value, CultureInfo.InvariantCulture, out var cents) => Texts.Exact(cents),
            (_, "count" or "newCount" or "oldCount") when long.TryParse(value, CultureInfo.InvariantCulture, out var count) => Texts.Count(count),
            (_, "step") => texts[$"drawSteps.step-{value}"],
            (_, "resolution") => texts[$"offline.resolution-{value}"],
            (AuditAct.VoucherVoided or AuditAct.VoucherReissued, "reason") => texts[$"vouchers.reason-{value}"],
            _ => value,
        }];
    }

    /// <summary>Where the subject of an event is shown; null where nowhere.</summary>
    public static string? SubjectOf(AuditEventLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Act switch
        {
            >= AuditAct.PromotionPublished and <= AuditAct.PromotionBudgetRaised => $"/office/promotions/{line.SubjectNumber}",
            AuditAct.VoucherVoided or AuditAct.VoucherReissued => $"/office/vouchers/{line.SubjectId}",
            AuditAct.CardLinked => $"/office/shoppers/{line.SubjectId}",
            AuditAct.ApiKeyMade or AuditAct.ApiKeyRevoked => "/office/keys",
            >= AuditAct.DrawFrozen and <= AuditAct.DrawStepWithdrawn => $"/office/sweepstakes/{line.Detail.GetValueOrDefault("name")}",
            AuditAct.FilingDone or AuditAct.FilingReopened => "/office/sweepstakes/calendar",
            AuditAct.PersonExcluded or AuditAct.PersonReadmitted => "/office/sweepstakes/excluded",
            AuditAct.TemplateSaved => "/office/sweepstakes/template",
            AuditAct.MailInSubmitted or AuditAct.MailInChecked =>
                $"/office/sweepstakes/{line.Detail.GetValueOrDefault("name")}/mail-in/{line.SubjectId}",
            >= AuditAct.WebhookMade and <= AuditAct.WebhookEnded => $"/office/webhooks/{line.SubjectId}",
            AuditAct.OfflineExceptionResolved => "/office/exceptions?show=resolved",
            _ => null,
        };
    }
}
