using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Counts entries against what a sweepstakes' rules allow a person and a household, whichever way they come, inside the caller's
/// transaction: by writes that cannot pass the limits, whoever else enters at the same time. The person's row is locked first, then the
/// household's; before either, the shopper's own.
/// </summary>
public sealed class CountEntries(RewardsDb db, DatabaseProvider provider)
{
    /// <summary>
    /// Counts one. Refuses with <c>person-entries-spent</c>, <c>household-entries-spent</c>, and then has counted nothing.
    /// </summary>
    /// <param name="period">Into which.</param>
    /// <param name="shopperId">Who.</param>
    /// <param name="householdId">Where they live; null where that is not known.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Error?> RunAsync(SweepstakesPeriod period, Guid shopperId, Guid? householdId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(period);
        var (aPerson, aHousehold) = (period.Terms.EntriesAPerson, period.Terms.EntriesAHousehold);
        if (!await provider.CountEntryAsync(db, period.Id, shopperId, aPerson, cancellationToken))
        {
            return new PersonEntriesSpent(aPerson);
        }

        if (householdId is { } household && !await provider.CountEntryAsync(db, period.Id, household, aHousehold, cancellationToken))
        {
            await GiveBackAsync(period.Id, shopperId, 1, cancellationToken);
            return new HouseholdEntriesSpent(aHousehold);
        }

        return null;
    }

    /// <summary>Counts as many as there is room for.</summary>
    /// <param name="wanted">How many.</param>
    /// <param name="open">Into which; null where none is open.</param>
    /// <param name="person">Who; may be null where none is wanted.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal async Task<CountedEntries> TakeAsync(int wanted, SweepstakesPeriod? open, Shopper? person, CancellationToken cancellationToken)
    {
        var counted = new CountedEntries(open, person);
        while (counted.Count < wanted && counted is { Period: { } period, Full: null })
        {
            counted.Add(await RunAsync(period, person!.Id, person.HouseholdId, cancellationToken));
        }

        return counted;
    }

    /// <summary>Gives back what was counted and not used in the end.</summary>
    /// <param name="counted">From <see cref="TakeAsync"/>.</param>
    /// <param name="used">How many were used.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal async Task GiveBackAsync(CountedEntries counted, int used, CancellationToken cancellationToken)
    {
        if (counted is { Period: { } period, Person: { } person } && counted.Count > used)
        {
            await GiveBackAsync(period.Id, person.Id, counted.Count - used, cancellationToken);
            if (person.HouseholdId is { } household)
            {
                await GiveBackAsync(period.Id, household, counted.Count - used, cancellationToken);
            }
        }
    }

    private Task<int> GiveBackAsync(int sweepstakesId, Guid who, int count, CancellationToken cancellationToken) => db.EntryCounts
        .Where(c => c.SweepstakesId == sweepstakesId && c.Who == who)
        .ExecuteUpdateAsync(set => set.SetProperty(c => c.Count, c => c.Count - count), cancellationToken);
}

/// <summary>Entries that were counted for a response, before it is known which of them it gets.</summary>
/// <param name="period">Into which; null where none is open.</param>
/// <param name="person">Whose.</param>
internal sealed class CountedEntries(SweepstakesPeriod? period, Shopper? person)
{
    private int _left;

    public SweepstakesPeriod? Period => period;

    public Shopper? Person => person;

    /// <summary>How many were counted.</summary>
    public int Count { get; private set; }

    /// <summary>Why no more are; null where there was room.</summary>
    public Error? Full { get; private set; }

    public void Add(Error? refusal)
    {
        Full = refusal;
        Count += refusal is null ? 1 : 0;
        _left = Count;
    }

    /// <summary>One of them for a decision to give an entry; declines it where none is left.</summary>
    public AwardDecision Give(AwardDecision decision)
    {
        if (_left == 0)
        {
            return decision.Decline(Full switch
            {
                PersonEntriesSpent spent => new Why(AwardReason.PersonEntriesSpent, spent.Entries),
                HouseholdEntriesSpent spent => new Why(AwardReason.HouseholdEntriesSpent, spent.Entries),
                _ => new Why(AwardReason.NoSweepstakesOpen),
            });
        }

        _left--;
        return decision with { SweepstakesId = period!.Id };
    }
}
