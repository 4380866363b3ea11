using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Localization;

namespace Rewards.Web.Pages;

/// <summary>A status in words, for requests that no page answers.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ProblemModel(Texts texts) : PageModel
{
    private static readonly int[] _known = [400, 403, 404, 405, 413, 415, 429, 500, 503];

    /// <summary>What happened.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>What to do next.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Shows it, whatever the method of the request that went wrong.</summary>
    public void OnGet(int status)
    {
        var key = _known.Contains(status) ? status : status < 500 ? 400 : 500;
        Heading = texts[$"common.problem-{key}"];
        Text = texts[$"common.problem-{key}-next"];
        Response.StatusCode = Response.StatusCode == StatusCodes.Status200OK ? key : Response.StatusCode;
    }

    /// <summary>The same.</summary>
    public void OnPost(int status) => OnGet(status);
}
