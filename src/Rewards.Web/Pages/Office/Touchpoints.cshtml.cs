using Rewards.Application;
using Rewards.Application.Insights;
using Rewards.Domain.Insights;

namespace Rewards.Web.Pages.Office;

/// <summary>Satisfaction with each touchpoint, and where in the survey shoppers stop.</summary>
public sealed class TouchpointsModel(
    ShowTouchpoints show, CountAnswers count, ReferenceData reference, ChainSettings chain, TimeProvider clock)
    : OfficePage(reference, chain, clock)
{
    /// <summary>Best first.</summary>
    public IReadOnlyList<TouchpointScore> Scores { get; private set; } = [];

    /// <summary>In the order asked.</summary>
    public IReadOnlyList<DropOff> DropOff { get; private set; } = [];

    /// <summary>How many responses it rests on.</summary>
    public ResponseCount Responses { get; private set; }

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string? Value)> Kept => [("store", Filter.StoreNumber)];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Scores = await show.ScoresAsync(Filter.Selection, cancellationToken);
        DropOff = await show.DropOffAsync(Filter.Selection, cancellationToken);
        Responses = ResponseCount.Sum((await count.ResponsesAsync(Filter.Selection, cancellationToken)).Values);
    }
}
