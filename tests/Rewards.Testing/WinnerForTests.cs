using Microsoft.EntityFrameworkCore;
using Rewards.Application;
using Rewards.Application.Sweepstakes.Claims;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Testing;

/// <summary>Somebody who was drawn, with the link of their mail.</summary>
/// <param name="portal">Where.</param>
/// <param name="claimId">What was offered to them.</param>
public sealed class WinnerForTests(PortalForTests portal, Guid claimId)
{
    /// <summary>A good answer, signed on the page.</summary>
    public static ClaimForm Form { get; } = new(
        "Ana María Diaz", "12 Main Street", "Apt 3", "Fairview", "OH", "45000", "1980-02-29", "(555) 010-4711", WinnerConsent.FirstNameAndTown, OnPaper: false, "ana maría diaz", Agrees: true);

    /// <summary>A photo of a signed page, as far as a file's first bytes say.</summary>
    public static byte[] Photo { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    /// <summary>What was offered.</summary>
    public Guid ClaimId => claimId;

    /// <summary>The path of the link.</summary>
    public Task<string> PathAsync() => portal.CallAsync<Vault, string>(v => Task.FromResult($"/prize/{claimId}/{v.SignPrize(claimId)}"));

    /// <summary>The winner of a prize of a drawn month.</summary>
    public static async Task<WinnerForTests> OfAsync(PortalForTests portal, int prize = 1)
    {
        ArgumentNullException.ThrowIfNull(portal);
        return new(portal, await portal.InDatabaseAsync(db => db.PrizeClaims.Where(c => c.Prize == prize).OrderByDescending(c => c.Turn).Select(c => c.Id).FirstAsync()));
    }

    /// <summary>Answers.</summary>
    public Task<Outcome<PrizeClaim>> Answers(ClaimForm? form = null) =>
        CallAsync((use, signature) => use.RunAsync(claimId, signature, form ?? Form, "en", default));

    /// <summary>Hands a signed page in.</summary>
    public Task<Outcome<PrizeClaim>> HandsIn(AttachedFile? file = null) => CallAsync((use, signature) => use.HandInAsync(claimId, signature, file ?? new AttachedFile("image/jpeg", Photo), default));

    /// <summary>Does not want it.</summary>
    public Task<Outcome<PrizeClaim>> Declines() => CallAsync((use, signature) => use.DeclineAsync(claimId, signature, default));

    /// <summary>What the page of the link shows.</summary>
    public async Task<ShownOffer?> Looks()
    {
        var signature = await portal.CallAsync<Vault, string>(v => Task.FromResult(v.SignPrize(claimId)));
        return await portal.CallAsync<ShowOffer, ShownOffer?>(u => u.RunAsync(claimId, signature, default));
    }

    /// <summary>How the claim stands.</summary>
    public Task<PrizeClaim> ClaimAsync() => portal.InDatabaseAsync(db => db.PrizeClaims.AsNoTracking().SingleAsync(c => c.Id == claimId));

    private async Task<Outcome<PrizeClaim>> CallAsync(Func<AnswerPrize, string, Task<Outcome<PrizeClaim>>> call)
    {
        var signature = await portal.CallAsync<Vault, string>(v => Task.FromResult(v.SignPrize(claimId)));
        return await portal.CallAsync<AnswerPrize, Outcome<PrizeClaim>>(u => call(u, signature));
    }
}
