using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Rewards.Application;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>Publishes the commitment: first asks where the value comes from, then shows what will be public.</summary>
public sealed class CommitModel(CommitDrawing commit, ShowSweepstakes show, ChainSettings chain, TimeProvider clock) : StepPage(show, clock)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm";

    /// <summary>Where the value comes from, as typed.</summary>
    [BindProperty]
    public string? Description { get; set; }

    /// <summary>When it is announced, in the programme's zone, as the browser sends it.</summary>
    [BindProperty]
    public string? AnnouncementAt { get; set; }

    /// <summary><c>check</c>, <c>publish</c>, or <c>change</c> for back to the fields.</summary>
    [BindProperty]
    public string? Step { get; set; }

    /// <summary>What will be public; null while it is asked for.</summary>
    public PlannedCeremony? Planned { get; private set; }

    /// <summary>A time that would do: tomorrow at noon.</summary>
    public string Suggested => Zone.DayOf(Clock.GetUtcNow().UtcDateTime, chain.TimeZone).AddDays(1)
        .ToDateTime(new TimeOnly(12, 0)).ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override DrawPhase Turn => DrawPhase.Frozen;

    /// <summary>Checks, or publishes.</summary>
    public async Task<IActionResult> OnPostAsync(string drawId, CancellationToken cancellationToken)
    {
        if (await FindAsync(drawId, cancellationToken) is { } instead)
        {
            return instead;
        }

        if (Step == "publish")
        {
            return (await commit.RunAsync(drawId, Description, ReadTime(), Me, cancellationToken)).IsRefused(out var refusal, out _)
                ? Refuse(refusal)
                : Done(drawId, "commit");
        }

        if (Step == "check")
        {
            if (commit.Check(Description, ReadTime()).IsRefused(out var refusal, out var planned))
            {
                return Refuse(refusal);
            }

            Planned = planned;
        }

        return Page();
    }

    // Browsers without such a field send what was typed: then the same form is asked for, with a blank or a T between.
    private DateTime? ReadTime() => DateTime.TryParseExact(
        AnnouncementAt?.Trim(), [TimeFormat, "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && local.Year is > 2000 and < 9000
        ? Zone.ToUtc(local, chain.TimeZone)
        : null;
}
