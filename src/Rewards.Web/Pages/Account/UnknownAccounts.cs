using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Rewards.Web.Pages.Account;

/// <summary>
/// E-mails that no account has, locked out as an account would be: otherwise the lockout tells which e-mails have one. Kept in
/// memory, a bounded number of them.
/// </summary>
public sealed class UnknownAccounts(IOptions<IdentityOptions> identity) : IDisposable
{
    private const int MostRemembered = 100_000;

    private readonly MemoryCache _tries = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    /// <summary>Counts a try, as a wrong password would be counted.</summary>
    /// <param name="email">Normalized.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Until when (UTC) the e-mail is locked out; null where it is not.</returns>
    public DateTime? CountTry(string email, DateTime now)
    {
        var lockout = identity.Value.Lockout;
        var tries = _tries.GetOrCreate(email, entry =>
        {
            entry.Size = 1;
            entry.SlidingExpiration = TimeSpan.FromDays(1);
            return new Tries();
        })!;
        lock (tries)
        {
            if (tries.LockedUntil <= now)
            {
                tries.Count++;
                if (tries.Count >= lockout.MaxFailedAccessAttempts)
                {
                    (tries.Count, tries.LockedUntil) = (0, now + lockout.DefaultLockoutTimeSpan);
                }
            }

            return tries.LockedUntil > now ? tries.LockedUntil : null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _tries.Dispose();

    private sealed class Tries
    {
        public int Count { get; set; }

        public DateTime LockedUntil { get; set; }
    }
}
