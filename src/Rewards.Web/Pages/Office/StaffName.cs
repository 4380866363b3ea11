namespace Rewards.Web.Pages.Office;

/// <summary>A colleague, as pages name them.</summary>
public static class StaffName
{
    /// <summary>The first part of what they sign in with; a cashier as the till names them.</summary>
    public static string Of(string actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Split('@')[0];
    }
}
