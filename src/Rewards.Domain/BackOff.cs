namespace Rewards.Domain;

/// <summary>When what could not be sent is tried again: mails and webhooks alike.</summary>
public static class BackOff
{
    /// <summary>After so many failures it is left for a person.</summary>
    public const int MostAttempts = 10;

    /// <summary>A minute later, doubled each time, six hours at most.</summary>
    /// <param name="attempts">Failures so far, this one included.</param>
    /// <param name="now">UTC.</param>
    /// <returns>UTC; null where it is given up.</returns>
    public static DateTime? NextTry(int attempts, DateTime now) =>
        attempts >= MostAttempts ? null : now.AddMinutes(Math.Min(360, Math.Pow(2, Math.Max(0, attempts - 1))));
}
