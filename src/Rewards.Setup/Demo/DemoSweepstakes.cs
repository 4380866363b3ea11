using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application;
using Rewards.Application.Localization;
using Rewards.Application.Sweepstakes;
using Rewards.Data;
using Rewards.Data.Staff;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Setup.Demo;

/// <summary>The sweepstakes of the months that the made-up responses lie in, opened and drawn by the portal's own use cases.</summary>
internal sealed class DemoSweepstakes
{
    private const string Description =
        "Demonstration: five different numbers from 1 to 69 and one from 1 to 26, in the order drawn; two digits each, joined by hyphens, "
        + "a slash before the last. In a real draw: the numbers of a public lottery that is drawn after this is published.";

    private readonly RewardsDb _db;
    private readonly IServiceProvider _services;
    private readonly PortalSettings _settings;
    private readonly SetClock _clock = new();

    /// <summary>Makes the rules run on the instants of each step.</summary>
    public DemoSweepstakes(IServiceProvider services)
    {
        _services = services;
        _db = services.GetRequiredService<RewardsDb>();
        _settings = SweepstakesChecks.WithDemoAddress(services.GetRequiredService<PortalSettings>());
    }

    /// <summary>Opens the months that are not there yet.</summary>
    /// <returns>All of them, newest first.</returns>
    public async Task<IReadOnlyList<SweepstakesPeriod>> OpenAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var open = Of<OpenSweepstakes>(_settings, Of<EditTemplate>(_settings));
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
        {
            _clock.Set(Zone.StartOf(month, _settings.Portal.TimeZone));
            _ = (await open.RunAsync(cancellationToken)).Value;
        }

        _db.ChangeTracker.Clear();
        return await _db.Sweepstakes.AsNoTracking().OrderByDescending(s => s.OpensAt)
            .Select(SweepstakesPeriod.Columns).ToListAsync(cancellationToken);
    }

    /// <summary>Draws the months that were over early enough: steps proposed by marketing, taken by the administrator.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task DrawAsync(DateTime now, CancellationToken cancellationToken)
    {
        var marketing = await OfficerAsync("marketing@fairview.example", cancellationToken);
        var administrator = await OfficerAsync("admin@fairview.example", cancellationToken);
        var months = await _db.Sweepstakes.AsNoTracking()
            .Where(s => s.Status == SweepstakesStatus.Open && _db.SweepstakesEntries.Any(e => e.SweepstakesId == s.Id))
            .OrderBy(s => s.DrawId).ToListAsync(cancellationToken);
        foreach (var month in months)
        {
            var frozenAt = FreezeEntries.SettledFrom(month.ClosesAt, _settings.Sweepstakes).AddMinutes(12);
            var (committedAt, announcedAt) = (frozenAt.AddMinutes(5), frozenAt.AddMinutes(80));
            var drawnAt = announcedAt.AddMinutes(4);
            if (drawnAt > now)
            {
                continue;
            }

            _clock.Set(frozenAt);
            var freeze = (await Proposals().FreezeAsync(month.DrawId, marketing, cancellationToken)).Value;
            _ = (await Of<FreezeEntries>().RunAsync(month.DrawId, freeze.Id, administrator, cancellationToken)).Value;
            _clock.Set(committedAt);
            var ceremony = new BeaconChoice(BeaconKind.Ceremony, announcedAt, Description);
            var commit = (await Proposals().CommitAsync(month.DrawId, ceremony, marketing, cancellationToken)).Value;
            _ = (await Of<CommitDrawing>().RunAsync(month.DrawId, commit.Id, administrator, cancellationToken)).Value;
            _clock.Set(drawnAt);
            _ = (await Of<RunDrawing>().RunAsync(month.DrawId, Value(month.DrawId), administrator, cancellationToken)).Value;
            _db.ChangeTracker.Clear();
        }
    }

    private ProposeDrawStep Proposals() => Of<ProposeDrawStep>(Of<CommitDrawing>());

    private T Of<T>(params object[] also) => ActivatorUtilities.CreateInstance<T>(_services, [_clock, .. also]);

    private static string Value(string drawId)
    {
        var chance = new Chance("draw/" + drawId);
        var balls = Enumerable.Range(1, 69).OrderBy(_ => chance.Share()).Take(5).Select(ball => $"{ball:00}");
        return $"{string.Join('-', balls)} / {1 + chance.Below(26):00}";
    }

    private Task<Guid> OfficerAsync(string email, CancellationToken cancellationToken) =>
        _db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync(cancellationToken);
}
