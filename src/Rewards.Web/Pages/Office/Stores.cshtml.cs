using Microsoft.AspNetCore.Mvc;
using Rewards.Application;
using Rewards.Application.Insights;
using Rewards.Domain.Insights;

namespace Rewards.Web.Pages.Office;

/// <summary>Every store with its scores: sorted, filtered, page by page, or as a file.</summary>
public sealed class StoresModel(ListStoreScores listStores, ReferenceData reference, ChainSettings chain, TimeProvider clock)
    : OfficePage(reference, chain, clock)
{
    private const int PageSize = 25;

    /// <summary>What a store's name, town or number must have in it.</summary>
    public string Text { get; private set; } = "";

    /// <summary>By what they are sorted.</summary>
    public StoreOrder Order { get; private set; }

    /// <summary>Greatest first.</summary>
    public bool IsDescending { get; private set; }

    /// <summary>Those of this page.</summary>
    public IReadOnlyList<StoreScores> Stores { get; private set; } = [];

    /// <summary>The NPS of all stores together.</summary>
    public Score? All { get; private set; }

    /// <summary>Responses of all stores together.</summary>
    public ResponseCount Responses { get; private set; }

    /// <summary>Where in the list this page is.</summary>
    public PagingView Paging { get; private set; } = null!;

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string? Value)> Kept => Query(Order, IsDescending);

    /// <summary>Shows a page of them.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await FindAsync(cancellationToken);
        var page = PageNumber.Within(OfficeFilter.NumberOf(Request.Query["page"].ToString()) ?? 1, found.Count, PageSize);
        Stores = [.. found.Skip((page - 1) * PageSize).Take(PageSize)];
        Paging = new PagingView(page, PageSize, found.Count, p => Filter.Link("/office/stores", [.. Kept, ("page", $"{p}")]));
    }

    /// <summary>All of them as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellationToken) => File(
        StoreScoresCsv.Write(await FindAsync(cancellationToken)),
        "text/csv",
        $"stores-{OfficeFilter.DayOf(Filter.Period.From)}-{OfficeFilter.DayOf(Filter.Period.To)}.csv");

    /// <summary>The address of the file.</summary>
    public string FileLink => Filter.Link("/office/stores", [("handler", "file"), .. Kept]);

    /// <summary>The head of a column: sorts by it, the other way round where it does already.</summary>
    public StoreColumn Column(StoreOrder order)
    {
        var isThis = order == Order;
        var descending = isThis ? !IsDescending : order != StoreOrder.Name;
        return new StoreColumn(
            Filter.Link("/office/stores", Query(order, descending)),
            isThis ? IsDescending ? "descending" : "ascending" : null);
    }

    private async Task<IReadOnlyList<StoreScores>> FindAsync(CancellationToken cancellationToken)
    {
        Text = OfficeFilter.TextOf(Request.Query["text"].ToString());
        Order = Enum.TryParse<StoreOrder>(Request.Query["sort"], ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : StoreOrder.Nps;
        IsDescending = Request.Query["order"].ToString() switch
        {
            "ascending" => false,
            "descending" => true,
            _ => Order != StoreOrder.Name,
        };
        var stores = await listStores.RunAsync(new Selection(Filter.Period), cancellationToken);
        All = Tally.Sum(stores.Select(s => s.Now)).Nps;
        Responses = ResponseCount.Sum(stores.Select(s => s.Responses));
        return StoreTable.Sort(stores, Text, Order, IsDescending);
    }

    private IEnumerable<(string Name, string? Value)> Query(StoreOrder order, bool descending) =>
    [
        ("text", Text),
        ("sort", order.ToString().ToLowerInvariant()),
        ("order", descending ? "descending" : "ascending"),
    ];
}

/// <summary>The head of a column.</summary>
/// <param name="Link">Sorts by it.</param>
/// <param name="Sort">How it is sorted by it: for <c>aria-sort</c>; null where it is not.</param>
public sealed record StoreColumn(string Link, string? Sort);
