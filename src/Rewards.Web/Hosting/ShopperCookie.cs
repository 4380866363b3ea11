using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Rewards.Web.Hosting;

/// <summary>Who of the shoppers a browser belongs to. Apart from staff: one browser can be both.</summary>
internal static class ShopperCookie
{
    /// <summary>The shopper who is signed in here, if any.</summary>
    public static async Task<Guid?> ShopperAsync(this HttpContext context) =>
        (await context.AuthenticateAsync(SignIn.Shopper)).Principal is { } shopper ? StoreClaim.PersonOf(shopper) : null;

    /// <summary>Signs a shopper in.</summary>
    public static Task SignShopperInAsync(this HttpContext context, Guid shopperId) => context.SignInAsync(
        SignIn.Shopper,
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, shopperId.ToString())], SignIn.Shopper)));

    /// <summary>Signs the shopper out.</summary>
    public static Task SignShopperOutAsync(this HttpContext context) => context.SignOutAsync(SignIn.Shopper);
}
