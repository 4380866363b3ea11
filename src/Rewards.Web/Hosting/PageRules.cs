using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Rewards.Web.Hosting;

/// <summary>Which folder of pages asks for which policy.</summary>
internal static class PageRules
{
    public static void Apply(RazorPagesOptions pages)
    {
        pages.Conventions.AuthorizeFolder("/Account");
        pages.Conventions.AllowAnonymousToPage("/Account/SignIn");
        pages.Conventions.AllowAnonymousToPage("/Account/SignInCode");
        pages.Conventions.AuthorizeFolder("/Store", SignIn.StoreDesk);
        pages.Conventions.AuthorizePage("/Store/Undo", SignIn.Supervisor);
        pages.Conventions.AuthorizeFolder("/Office", SignIn.Office);
        pages.Conventions.AuthorizePage("/Office/Keys", SignIn.Administration);
        pages.Conventions.AuthorizePage("/Office/Audit", SignIn.Administration);
        pages.Conventions.AuthorizeFolder("/Office/Webhooks", SignIn.Administration);
    }
}
