using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.Localization;
using Rewards.Application.Promotions;
using Rewards.Domain;
using Rewards.Domain.Promotions;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Promotions;

/// <summary>One promotion: its draft is written here, tried on the last days' responses, and then runs.</summary>
public sealed class EditModel(
    ShowPromotion show, EditPromotion edit, RaiseBudget raise, DryRunPromotion dryRun, ReferenceData reference, ChainSettings chain, TimeProvider clock, Texts texts) : PageModel
{
    /// <summary>The promotion as it is kept.</summary>
    public Promotion Promotion { get; private set; } = null!;

    /// <summary>The version that the fields were written by: until what another person saved is shown, the one that was opened.</summary>
    public int Version { get; private set; }

    /// <summary>The fields, as typed or as kept.</summary>
    public PromotionForm Form { get; private set; } = null!;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>The step that is asked about before it is taken: <c>publish</c>, <c>end</c> or <c>discard</c>.</summary>
    public string? Asked { get; private set; }

    /// <summary>The new budget in money, as typed.</summary>
    public string? NewMoney { get; private set; }

    /// <summary>The new budget in awards, as typed.</summary>
    public string? NewCount { get; private set; }

    /// <summary>The budgets before and after, where it is asked about.</summary>
    public Budgets? Budgets { get; private set; }

    /// <summary>Where what was typed differs from what another person saved meanwhile; null where nobody did.</summary>
    public IReadOnlyList<FieldDifference>? Differences { get; private set; }

    /// <summary>What it would have done; null where that was not asked.</summary>
    public DryRun? Tried { get; private set; }

    /// <summary>The keys of the surveys there are.</summary>
    public IReadOnlyList<string> Surveys { get; private set; } = [];

    /// <summary>In the programme's time zone.</summary>
    public DateOnly Today => Zone.DayOf(clock.GetUtcNow().UtcDateTime, chain.TimeZone);

    /// <summary>Whether its fields can be changed.</summary>
    public bool IsDraft => Promotion.State == PromotionState.Draft;

    /// <summary>Shows it; with <paramref name="dry"/> also what it would have done in so many days.</summary>
    public async Task<IActionResult> OnGetAsync(int id, int? dry, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Tried = dry is { } days ? await dryRun.RunAsync(Promotion, days, cancellationToken) : null;
        return Page();
    }

    /// <summary>Saves, asks, or takes a step.</summary>
    public async Task<IActionResult> OnPostAsync(int id, int version, string? step, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return step switch
        {
            "save" or "check" or "try" or "try-7" or "try-30" or "try-90" => await SaveAsync(id, version, step, cancellationToken),
            "copy" when IsDraft => await SaveAsync(id, version, step, cancellationToken),
            "ask-end" => Ask("end"),
            "ask-raise" or "raise" => await RaiseAsync(id, version, step, cancellationToken),
            "ask-discard" => Ask("discard"),
            "discard" => await edit.DiscardAsync(id, version, cancellationToken) is { } kept ? Refuse(kept) : LocalRedirect("/office/promotions"),
            "copy" => await CopyAsync(id, cancellationToken),
            _ when Enum.TryParse<PromotionStep>(step, ignoreCase: true, out var taken) && Enum.IsDefined(taken) =>
                (await edit.StepAsync(id, version, taken, StoreClaim.PersonOf(User), cancellationToken)).IsRefused(out var refusal, out _)
                    ? Refuse(refusal)
                    : LocalRedirect($"/office/promotions/{id}?done={taken.ToString().ToLowerInvariant()}"),
            _ => LocalRedirect($"/office/promotions/{id}"),
        };
    }

    /// <summary>What is wrong with a field; null where nothing is.</summary>
    public Error? RefusalOf(string field) => Refusals.FirstOrDefault(r => r.Field == field);

    // Money may be spent by it: it is asked about first.
    private async Task<IActionResult> RaiseAsync(int id, int version, string step, CancellationToken cancellationToken)
    {
        (NewMoney, NewCount) = (Request.Form["budgetCents"].ToString(), Request.Form["budgetCount"].ToString());
        var outcome = step == "raise"
            ? await raise.RunAsync(id, version, NewMoney, NewCount, StoreClaim.PersonOf(User), cancellationToken)
            : await raise.CheckAsync(id, version, NewMoney, NewCount, cancellationToken);
        if (outcome.IsRefused(out var refusal, out var budgets))
        {
            return Refuse(refusal);
        }

        Budgets = budgets;
        return step == "raise" ? LocalRedirect($"/office/promotions/{id}?done=raise") : Ask("raise");
    }

    private async Task<IActionResult> SaveAsync(int id, int version, string step, CancellationToken cancellationToken)
    {
        Form = new PromotionForm(Request.Form.Fields());
        Refusals = await edit.CheckAsync(Form, cancellationToken);
        if (Refusals.Count > 0)
        {
            Version = version;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if ((await edit.SaveAsync(id, version, Form, cancellationToken)).IsRefused(out var refusal, out var saved))
        {
            return refusal is PromotionChanged ? await CompareAsync(id, refusal, cancellationToken) : Refuse(refusal);
        }

        Promotion = saved;
        return step switch
        {
            "check" => Ask("publish"),
            "copy" => await CopyAsync(id, cancellationToken),
            "try" => LocalRedirect($"/office/promotions/{id}?dry=30#dry-run"),
            "try-7" or "try-30" or "try-90" => LocalRedirect($"/office/promotions/{id}?dry={step[4..]}#dry-run"),
            _ => LocalRedirect($"/office/promotions/{id}?done=save"),
        };
    }

    private async Task<IActionResult> CopyAsync(int id, CancellationToken cancellationToken) =>
        (await edit.CopyAsync(id, name => texts["promotions.copy-name", name], cancellationToken)).IsRefused(out var refusal, out var copy)
            ? Refuse(refusal)
            : LocalRedirect($"/office/promotions/{copy}");

    // What was typed stays in the fields, beside what is kept by now: whoever saves again has seen what they overwrite.
    private async Task<IActionResult> CompareAsync(int id, Error refusal, CancellationToken cancellationToken)
    {
        var typed = Form;
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!IsDraft)
        {
            return Refuse(refusal);
        }

        (Form, Differences) = (typed, typed.Against(Promotion.Terms()));
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return Page();
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await show.RunAsync(id, cancellationToken) is not { } found)
        {
            return false;
        }

        (Promotion, Version) = (found, found.Version);
        Form = PromotionForm.Of(found.Terms());
        Surveys = [.. (await reference.GetAsync(cancellationToken)).Surveys.Values.Select(s => s.Key).Distinct()];
        return true;
    }

    private PageResult Ask(string step)
    {
        Asked = step;
        return Page();
    }

    private PageResult Refuse(Error refusal)
    {
        Refusals = [refusal];
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return Page();
    }
}
