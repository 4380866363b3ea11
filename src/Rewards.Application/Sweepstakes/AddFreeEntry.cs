using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Mail;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Adds a free entry, by whichever way it came: the same rule and the same limits for all. Inside the caller's transaction, which is
/// given up where it is refused; the shopper's row is locked first, then the counters.
/// </summary>
public sealed class AddFreeEntry(RewardsDb db, CountEntries count, Vault vault, TimeProvider clock)
{
    /// <summary>What those who live at an address are counted by.</summary>
    public Guid HouseholdOf(PostalAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return vault.NameOf("household/" + address.Canonical);
    }

    /// <summary>Whether somebody may not enter at all: <c>entry-state-void</c>; null where they may.</summary>
    /// <param name="period">Into which.</param>
    /// <param name="entrant">Who, as they say.</param>
    public static Error? Refusal(SweepstakesPeriod period, FreeEntrant entrant)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(entrant);
        return UsState.TryFind(entrant.Address.State, out var state) && state.IsIn(period.Terms.VoidIn) ? new EntryStateVoid(state.Name) : null;
    }

    /// <summary>The person, tracked: known by the e-mail address, else by name and postal address; a new one where there is none.</summary>
    /// <param name="entrant">Who.</param>
    /// <param name="language">The language of the mail, two letters.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Shopper> PersonAsync(FreeEntrant entrant, string language, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entrant);
        if (await People(entrant).SingleOrDefaultAsync(cancellationToken) is { } known)
        {
            known.Touch();
            return known;
        }

        var now = clock.GetUtcNow();
        var newcomer = new Shopper(
            Guid.CreateVersion7(now), entrant.Email, loyaltyCard: null, language, now.UtcDateTime, entrant.Email is null ? PostKeyOf(entrant) : null);
        db.Shoppers.Add(newcomer);
        return newcomer;
    }

    /// <summary>Locks the person, if there is one, until the caller's transaction ends, by counting the version up.</summary>
    public Task<int> LockAsync(FreeEntrant entrant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entrant);
        return People(entrant).ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version + 1), cancellationToken);
    }

    /// <summary>
    /// Adds and saves it. Refuses with <c>person-entries-spent</c>, <c>household-entries-spent</c>.
    /// </summary>
    /// <param name="id">Of what was sent.</param>
    /// <param name="period">Into which.</param>
    /// <param name="shopper">From <see cref="PersonAsync"/>.</param>
    /// <param name="entrant">Who, as they say.</param>
    /// <param name="way">By which way.</param>
    /// <param name="enteredOn">In the programme's zone.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<FreeEntry>> RunAsync(
        Guid id, SweepstakesPeriod period, Shopper shopper, FreeEntrant entrant, FreeEntryWay way, DateOnly enteredOn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(shopper);
        ArgumentNullException.ThrowIfNull(entrant);
        var household = HouseholdOf(entrant.Address);
        shopper.LivesAt(household, vault.SealJson(new PostalContact(entrant.Name, entrant.Address), shopper.Id));

        // Whoever loses this shopper to another never comes to hold a counter.
        await db.SaveChangesAsync(cancellationToken);
        if (await count.RunAsync(period, shopper.Id, household, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var entry = new SweepstakesEntry(
            EntryId.Create(now).ToBytes(), period.Id, shopper.Id, EntrySource.FreeEntry, awardId: null, enteredOn, household);
        var free = new FreeEntry(id, entry, way, now.UtcDateTime);
        db.SweepstakesEntries.Add(entry);
        db.FreeEntries.Add(free);
        if (shopper.Email is { } email)
        {
            db.OutboxMails.Add(new OutboxMail(Guid.CreateVersion7(now), MailKind.FreeEntry, id, email, shopper.Language, now.UtcDateTime));
        }

        await db.SaveChangesAsync(cancellationToken);
        return free;
    }

    private IQueryable<Shopper> People(FreeEntrant entrant)
    {
        if (entrant.Email is { } email)
        {
            var emailKey = EmailAddress.Canonical(email);
            return db.Shoppers.Where(s => s.EmailKey == emailKey);
        }

        var postKey = PostKeyOf(entrant);
        return db.Shoppers.Where(s => s.PostKey == postKey);
    }

    private Guid PostKeyOf(FreeEntrant entrant) => vault.NameOf("post/" + entrant.Canonical);
}

/// <summary>Name and postal address, as they are sealed with a shopper.</summary>
/// <param name="Name">First and last.</param>
/// <param name="Address">Where they live.</param>
public sealed record PostalContact(string Name, PostalAddress Address)
{
    /// <summary>Opens what was sealed; null where nothing was.</summary>
    public static PostalContact? Open(Vault vault, Guid shopperId, byte[]? sealedContact)
    {
        ArgumentNullException.ThrowIfNull(vault);
        return sealedContact is null ? null : vault.OpenJson<PostalContact>(sealedContact, shopperId);
    }
}
