namespace Rewards.Application.Mail;

/// <summary>
/// Rung after a commit that left mail in the outbox, so that this node sends it at once. Only a hint: a mail whose ring was
/// lost is found at the next look.
/// </summary>
public sealed class OutboxBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0);

    /// <summary>There may be mail.</summary>
    public void Ring()
    {
        if (_rung.CurrentCount == 0)
        {
            _rung.Release();
        }
    }

    /// <summary>Waits until it is rung, or for so long.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _rung.WaitAsync(atMost, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _rung.Dispose();
}
