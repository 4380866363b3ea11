using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Sweepstakes;

/// <summary>A page with the form of who enters without a purchase: the entrant's own, and the one for cards that came by mail.</summary>
public abstract class EntrantPage : PageModel
{
    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Street { get; set; }

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Unit { get; set; }

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? City { get; set; }

    /// <summary>As typed or chosen.</summary>
    [BindProperty]
    public string? State { get; set; }

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Zip { get; set; }

    /// <summary>Why something was not done.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>All of it.</summary>
    protected EntrantForm Typed => new(Name, Email, Street, Unit, City, State, Zip);

    /// <summary>Whether a field was refused.</summary>
    public bool IsBad(string field) => Refusals.Any(r => r.Field == field);

    /// <summary>Takes down why something was not done.</summary>
    protected void Refuse(Error refusal)
    {
        Refusals = [refusal];
        Response.StatusCode = ProblemPage.StatusOf(refusal);
    }
}
