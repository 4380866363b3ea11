namespace Rewards.Web.Pages;

/// <summary>The way to the other pages of a list (<c>_Older</c>).</summary>
/// <param name="Number">The page that is shown, from 1.</param>
/// <param name="HasOlder">Whether there is one after it.</param>
/// <param name="Address">Of a page.</param>
public sealed record OlderView(int Number, bool HasOlder, Func<int, string> Address);
