using Microsoft.EntityFrameworkCore;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Testing;

/// <summary>Someone in the office who runs a month's draw.</summary>
/// <param name="portal">Where.</param>
public sealed class OfficerForTests(PortalForTests portal)
{
    /// <summary>A description as one would publish it.</summary>
    public const string Description = "The evening numbers of the Ohio Lottery's Pick 5, in the order drawn, joined by hyphens";

    /// <summary>A value as it would be announced.</summary>
    public const string Value = "4-0-9-9-1";

    /// <summary>Who.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Settles the entries.</summary>
    public Task<Outcome<Frozen>> Freezes(string? drawId) =>
        portal.CallAsync<FreezeEntries, Outcome<Frozen>>(u => u.RunAsync(drawId, Id, default));

    /// <summary>Publishes the commitment; the value comes two hours later where nothing else is said.</summary>
    public Task<Outcome<Committed>> Commits(string? drawId, string? description = Description, DateTime? announcementAt = null) =>
        CommitsFor(drawId, description, announcementAt ?? portal.Clock.Now.AddHours(2));

    /// <summary>The same with exactly this time, also where it is none.</summary>
    public Task<Outcome<Committed>> CommitsFor(string? drawId, string? description, DateTime? announcementAt) =>
        portal.CallAsync<CommitDrawing, Outcome<Committed>>(u => u.RunAsync(drawId, description, announcementAt, Id, default));

    /// <summary>Draws with the announced value.</summary>
    public Task<Outcome<DrawResult>> Draws(string? drawId, string? announced = Value) =>
        portal.CallAsync<RunDrawing, Outcome<DrawResult>>(u => u.RunAsync(drawId, announced, Id, default));

    /// <summary>Moves the clock and takes every step up to a status.</summary>
    public async Task TakesTo(SweepstakesStatus status, string drawId)
    {
        var closesAt = await portal.InDatabaseAsync(db => db.Sweepstakes.Where(s => s.DrawId == drawId).Select(s => s.ClosesAt).SingleAsync());
        portal.Clock.Advance(closesAt.AddDays(1) - portal.Clock.Now);
        if (status >= SweepstakesStatus.Frozen)
        {
            _ = (await Freezes(drawId)).Value;
        }

        if (status >= SweepstakesStatus.Committed)
        {
            _ = (await Commits(drawId)).Value;
            portal.Clock.Advance(TimeSpan.FromHours(2));
        }

        if (status >= SweepstakesStatus.Drawn)
        {
            _ = (await Draws(drawId)).Value;
        }
    }
}

/// <summary>Entries without the feedback that they come from.</summary>
public static class EntriesForTests
{
    /// <summary>The month that every portal for tests begins in.</summary>
    public const string DrawId = "2026-03-monthly";

    /// <summary>Enters a new shopper so many times.</summary>
    /// <param name="portal">Where.</param>
    /// <param name="entries">How many entries.</param>
    /// <param name="email">Null for a shopper with a card only.</param>
    /// <param name="drawId">The month.</param>
    public static Task<Shopper> EntersAsync(this PortalForTests portal, int entries = 1, string? email = null, string drawId = DrawId)
    {
        ArgumentNullException.ThrowIfNull(portal);
        return portal.InDatabaseAsync(async db =>
        {
            var now = new DateTimeOffset(portal.Clock.Now, TimeSpan.Zero);
            var id = Guid.CreateVersion7(now);
            var shopper = new Shopper(id, email, email is null ? $"{BitConverter.ToUInt32(id.ToByteArray(), 12)}" : null, "es", now.UtcDateTime);
            db.Shoppers.Add(shopper);
            var sweepstakes = await db.Sweepstakes.SingleAsync(s => s.DrawId == drawId);
            db.SweepstakesEntries.AddRange(Enumerable.Range(0, entries).Select(i => new SweepstakesEntry(
                EntryId.Create(now).ToBytes(), sweepstakes.Id, id, EntrySource.Survey, null, DateOnly.FromDateTime(now.UtcDateTime))));
            await db.SaveChangesAsync();
            return shopper;
        });
    }
}
