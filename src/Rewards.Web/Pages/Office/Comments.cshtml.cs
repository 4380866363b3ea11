using Rewards.Application;
using Rewards.Application.Insights;

namespace Rewards.Web.Pages.Office;

/// <summary>What shoppers wrote: by store, by score, by word.</summary>
public sealed class CommentsModel(ListComments list, ReferenceData reference, ChainSettings chain, TimeProvider clock)
    : OfficePage(reference, chain, clock)
{
    private const string WithoutText = "all";

    /// <summary>Which are shown.</summary>
    public CommentFilter Wanted { get; private set; } = null!;

    /// <summary>This page of them.</summary>
    public CommentPage Found { get; private set; } = null!;

    /// <summary>Where in the list this page is.</summary>
    public PagingView Paging { get; private set; } = null!;

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string? Value)> Kept =>
    [
        ("store", Filter.StoreNumber),
        ("band", Wanted.Band?.ToString().ToLowerInvariant()),
        ("show", Wanted.WithTextOnly ? null : WithoutText),
        ("text", Wanted.Text),
        ("touchpoint", Wanted.Touchpoint),
    ];

    /// <summary>Shows a page of them.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var query = Request.Query;
        var text = OfficeFilter.TextOf(query["text"].ToString());
        Wanted = new CommentFilter(
            Filter.Selection,
            Enum.TryParse<NpsBand>(query["band"], ignoreCase: true, out var band) && Enum.IsDefined(band) ? band : null,
            query["show"] != WithoutText || text.Length > 0,
            text,
            OfficeFilter.TextOf(query["touchpoint"].ToString()));
        Found = await list.RunAsync(Wanted, OfficeFilter.NumberOf(query["page"].ToString()) ?? 1, cancellationToken);
        Paging = new PagingView(Found.Page, ListComments.PageSize, Found.Total, p => Filter.Link("/office/comments", [.. Kept, ("page", $"{p}")]));
    }
}
