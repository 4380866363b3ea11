using System.Text;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>The official rules and the prizes of a month, as published.</summary>
public sealed class ShowRules(RewardsDb db)
{
    /// <summary>Finds them; null where there is no such month.</summary>
    public async Task<PublishedTerms?> RunAsync(string? drawId, CancellationToken cancellationToken)
    {
        var found = await db.Sweepstakes.AsNoTracking().WithDrawId(drawId)
            .Select(s => new { s.DrawId, s.Rules, s.Prizes }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new PublishedTerms(found.DrawId, found.Rules, found.Prizes);
    }
}

/// <summary>What a month was opened with.</summary>
/// <param name="DrawId">As in the protocol.</param>
/// <param name="Rules">The text of <c>rules.txt</c>.</param>
/// <param name="Prizes">The text of <c>prizes.txt</c>.</param>
public sealed record PublishedTerms(string DrawId, string Rules, string Prizes)
{
    /// <summary>The hash of the bytes of <c>rules.txt</c>, 64 hexadecimal digits.</summary>
    public string RulesHash => Digest.Of(Encoding.UTF8.GetBytes(Rules)).ToString();

    /// <summary>The hash of the bytes of <c>prizes.txt</c>, 64 hexadecimal digits.</summary>
    public string PrizesHash => Digest.Of(Encoding.UTF8.GetBytes(Prizes)).ToString();
}
