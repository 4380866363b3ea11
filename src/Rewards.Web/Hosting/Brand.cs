using System.Text.RegularExpressions;
using Rewards.Application;
using Rewards.Setup;

namespace Rewards.Web.Hosting;

/// <summary>The chain's own colours, as a stylesheet after the portal's: <c>Portal:BrandColor</c>, <c>Portal:BrandInk</c>.</summary>
internal static partial class Brand
{
    public const string Path = "/brand.css";

    /// <summary>Whether the chain has colours of its own.</summary>
    public static bool IsSet(ChainSettings chain) => chain.BrandColor.Length > 0;

    public static void MapBrand(this WebApplication app, ChainSettings chain)
    {
        if (!IsSet(chain))
        {
            return;
        }

        var ink = chain.BrandInk.Length > 0 ? chain.BrandInk : "#ffffff";
        Require(nameof(chain.BrandColor), chain.BrandColor);
        Require(nameof(chain.BrandInk), ink);

        // In a dark scheme the portal's own colours stay: a chain's colour is chosen on white.
        var css = $"@media not all and (prefers-color-scheme:dark){{:root{{--brand:{chain.BrandColor};--brand-ink:{ink}}}}}";
        app.MapGet(Path, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=3600";
            return Results.Text(css, "text/css");
        });
    }

    private static void Require(string name, string color)
    {
        if (!Color().IsMatch(color))
        {
            throw new SettingException($"Portal:{name}", $"'{color}' is no colour. Write it as #0b5d3b.");
        }
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Color();
}
