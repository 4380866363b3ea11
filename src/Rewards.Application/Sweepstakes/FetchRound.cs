using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>Fetches a round of drand from the mirrors that are set, one after the other, until one gives the genuine round.</summary>
public sealed class FetchRound(IBeaconSource source, PortalSettings settings)
{
    /// <summary>Fetches it. Refuses with <c>beacon-unavailable</c>, which says what each of the mirrors answered.</summary>
    /// <param name="round">That was committed to.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<DrandQuicknet>> RunAsync(long round, CancellationToken cancellationToken)
    {
        var said = new List<string>();
        foreach (var mirror in settings.Sweepstakes.BeaconMirrorsOrDefault)
        {
            var address = new Uri($"{mirror.TrimEnd('/')}/{Quicknet.BeaconId}/public/{round}");
            try
            {
                var answer = await source.GetAsync(address, cancellationToken);
                if (!BeaconValue.ReadRound(round, answer).IsRefused(out var refusal, out var drand))
                {
                    return drand;
                }

                said.Add($"{address.Authority}: {refusal.Code}");
            }
            catch (HttpRequestException failed)
            {
                said.Add($"{address.Authority}: {(failed.StatusCode is { } status ? $"{(int)status}" : failed.HttpRequestError.ToString())}");
            }
        }

        return new BeaconUnavailable(string.Join("; ", said));
    }
}
