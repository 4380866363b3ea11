using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.Insights;
using Rewards.Application.Localization;
using Rewards.Domain;

namespace Rewards.Web.Pages.Office;

/// <summary>A page of the office that looks at a period: reads the filter before it answers.</summary>
public abstract class OfficePage(ReferenceData reference, ChainSettings chain, TimeProvider clock) : PageModel
{
    /// <summary>What is looked at.</summary>
    public OfficeFilter Filter { get; private set; } = null!;

    /// <summary>Stores, surveys, promotions.</summary>
    public ReferenceSnapshot Known { get; private set; } = null!;

    /// <summary>What of the query string stays when another period or page is chosen.</summary>
    public virtual IEnumerable<(string Name, string? Value)> Kept => [];

    /// <summary>Touchpoints with their names and what is behind them.</summary>
    public TouchpointsView ViewOf(IReadOnlyList<TouchpointScore> scores, bool isOpen = false)
    {
        var survey = Known.Surveys.GetValueOrDefault(Known.CurrentSurveyId);
        return new TouchpointsView(
            scores,
            touchpoint => survey?.TouchpointName(touchpoint, Texts.CurrentLanguage) ?? touchpoint,
            touchpoint => Filter.Link("/office/comments", ("store", Filter.StoreNumber), ("touchpoint", touchpoint), ("show", "all")),
            isOpen);
    }

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        Known = await reference.GetAsync(HttpContext.RequestAborted);
        SetFilter(OfficeFilter.Read(Request.Query, Zone.DayOf(clock.GetUtcNow().UtcDateTime, chain.TimeZone), Known.Stores));
        await next();
    }

    /// <summary>Looks at something else than the query string says.</summary>
    protected void SetFilter(OfficeFilter filter)
    {
        Filter = filter;
        ViewData["Filter"] = filter;
    }
}
