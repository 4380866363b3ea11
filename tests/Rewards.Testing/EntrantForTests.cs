using Rewards.Application.Sweepstakes;
using Rewards.Domain;

namespace Rewards.Testing;

/// <summary>Free entries, as the page sends them.</summary>
public static class EntrantForTests
{
    /// <summary>A good form of somebody who lives alone.</summary>
    public static EntrantForm Form(string email, string street = "12 Main Street", string unit = "", string state = "OH", string zip = "45000") =>
        new("Ana Diaz", email, street, unit, "Fairview", state, zip);

    /// <summary>Sends a form.</summary>
    /// <param name="portal">Where.</param>
    /// <param name="form">As typed.</param>
    /// <param name="mark">What the form carries; another each time where nothing is said.</param>
    /// <param name="agrees">Whether the box is ticked.</param>
    public static Task<Outcome<EnteredFree>> EntersFreeAsync(this PortalForTests portal, EntrantForm form, string? mark = null, bool agrees = true)
    {
        ArgumentNullException.ThrowIfNull(portal);
        return portal.CallAsync<EnterFree, Outcome<EnteredFree>>(u => u.RunAsync(form, agrees, mark ?? Guid.NewGuid().ToString("n"), "en", default));
    }
}
