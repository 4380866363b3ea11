using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Localization;

namespace Rewards.Web.Pages;

/// <summary>A status in words, for requests that no page answers.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ProblemModel(IAuthorizationService authorization, Texts texts) : PageModel
{
    private static readonly int[] _known = [400, 403, 404, 405, 413, 415, 429, 500, 503];

    /// <summary>What happened.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>What to do next.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whose page it would have been, of who is signed in: <c>office</c> or <c>store</c>; null for everybody's.</summary>
    public string? Frame { get; private set; }

    /// <summary>Shows it, whatever the method of the request that went wrong.</summary>
    public async Task OnGetAsync(int status)
    {
        Frame = await FrameAsync(HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? "");
        var key = _known.Contains(status) ? status : status < 500 ? 400 : 500;
        Heading = texts[$"common.problem-{key}"];
        Text = texts[Frame is not null && key == 404 ? "common.problem-404-next-staff" : $"common.problem-{key}-next"];
        Response.StatusCode = Response.StatusCode == StatusCodes.Status200OK ? key : Response.StatusCode;
    }

    /// <summary>The same.</summary>
    public Task OnPostAsync(int status) => OnGetAsync(status);

    private async Task<string?> FrameAsync(string path)
    {
        return !IsUnder("/office") && !IsUnder("/store") ? null
            : await MayAsync(Hosting.SignIn.Office) ? "office"
            : await MayAsync(Hosting.SignIn.StoreDesk) ? "store"
            : null;

        bool IsUnder(string place) => path == place || path.StartsWith(place + "/", StringComparison.OrdinalIgnoreCase);
    }

    private async Task<bool> MayAsync(string policy) => (await authorization.AuthorizeAsync(User, policy)).Succeeded;
}
