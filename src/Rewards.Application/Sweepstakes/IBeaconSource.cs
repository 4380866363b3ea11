namespace Rewards.Application.Sweepstakes;

/// <summary>Asks one of drand's addresses for a round: the edge of the process.</summary>
public interface IBeaconSource
{
    /// <summary>Asks.</summary>
    /// <param name="address">The round's address at a mirror.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The text of the answer, at most <see cref="BeaconValue.MaxAnswer"/> characters; it is not to be trusted.</returns>
    /// <exception cref="HttpRequestException">There was no answer in time, or one without a round.</exception>
    Task<string> GetAsync(Uri address, CancellationToken cancellationToken);
}
