using Rewards.Application.Vouchers;

namespace Rewards.Web.Pages.Office;

/// <summary>A colleague, as pages name them.</summary>
public static class StaffName
{
    /// <summary>The first part of what they sign in with. Not for whom a till names: such a name is shown as it is.</summary>
    public static string Of(string signIn)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        return signIn.Split('@')[0];
    }

    /// <summary>A colleague, or whom a till named.</summary>
    public static string Of(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.StaffId is null ? actor.Name : Of(actor.Name);
    }
}
