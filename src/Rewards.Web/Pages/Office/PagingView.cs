namespace Rewards.Web.Pages.Office;

/// <summary>Where one is in a long list.</summary>
/// <param name="Page">Counted from 1.</param>
/// <param name="Size">How many stand on a page.</param>
/// <param name="Total">On all pages.</param>
/// <param name="Link">The address of another page.</param>
public sealed record PagingView(int Page, int Size, int Total, Func<int, string> Link)
{
    /// <summary>The first on this page, counted from 1.</summary>
    public int First => Math.Min(Total, ((Page - 1) * Size) + 1);

    /// <summary>The last on this page.</summary>
    public int Last => Math.Min(Total, Page * Size);
}
