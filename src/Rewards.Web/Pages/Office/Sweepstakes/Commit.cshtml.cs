using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Rewards.Application;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>Publishes the commitment: one officer chooses the beacon and proposes it, another one publishes.</summary>
public sealed class CommitModel(
    CommitDrawing commit, ProposeDrawStep propose, DrawWork work, ShowSweepstakes show, ChainSettings chain, TimeProvider clock)
    : ProposedStepPage(propose, work, show, clock)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm";

    /// <summary>Which beacon.</summary>
    [BindProperty]
    public BeaconKind Kind { get; set; }

    /// <summary>Of a ceremony: where the value comes from, as typed.</summary>
    [BindProperty]
    public string? Description { get; set; }

    /// <summary>When it is announced, in the programme's zone, as the browser sends it.</summary>
    [BindProperty]
    public string? AnnouncementAt { get; set; }

    /// <summary><c>check</c>, <c>propose</c>, or <c>change</c> for back to the fields.</summary>
    [BindProperty]
    public string? Step { get; set; }

    /// <summary>What would be proposed; null while it is asked for.</summary>
    public BeaconPlan? Planned { get; private set; }

    /// <summary>A time that would do: tomorrow at noon.</summary>
    public string Suggested => Zone.DayOf(Clock.GetUtcNow().UtcDateTime, chain.TimeZone).AddDays(1)
        .ToDateTime(new TimeOnly(12, 0)).ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override DrawPhase Turn => DrawPhase.Frozen;

    /// <summary>Checks, or proposes.</summary>
    public async Task<IActionResult> OnPostAsync(string drawId, CancellationToken cancellationToken)
    {
        if (await FindAsync(drawId, cancellationToken) is { } instead)
        {
            return instead;
        }

        var choice = new BeaconChoice(Kind, ReadTime(), Description);
        if (Step == "propose")
        {
            return await AfterAsync(drawId, await Propose.CommitAsync(drawId, choice, Me, cancellationToken), "proposed", cancellationToken);
        }

        if (Step == "check")
        {
            if (commit.Check(choice).IsRefused(out var refusal, out var planned))
            {
                return Refuse(refusal);
            }

            Planned = planned;
        }

        return Page();
    }

    /// <summary>Publishes.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(string drawId, Guid proposal, CancellationToken cancellationToken) =>
        await FindAsync(drawId, cancellationToken)
        ?? await AfterAsync(drawId, await commit.RunAsync(drawId, proposal, Me, cancellationToken), "commit", cancellationToken);

    // Browsers without such a field send what was typed: then the same form is asked for, with a blank or a T between.
    private DateTime? ReadTime() => DateTime.TryParseExact(
        AnnouncementAt?.Trim(), [TimeFormat, "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && local.Year is > 2000 and < 9000
        ? Zone.ToUtc(local, chain.TimeZone)
        : null;
}
