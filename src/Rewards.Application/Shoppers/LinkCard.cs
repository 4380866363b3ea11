using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Surveys;

namespace Rewards.Application.Shoppers;

/// <summary>
/// Gives a shopper who is known by an e-mail address the card that a colleague has seen in their hand. From then on what is earned
/// with the card is theirs. A card that belongs to someone is refused: what it has earned is never moved to another
/// (docs/decisions/0010-a-card-is-not-an-address.md).
/// </summary>
public sealed class LinkCard(RewardsDb db, RacingWrite race, RecordAct record, ContactDetailsValidator validator)
{
    /// <summary>
    /// Links. Refuses with <c>loyalty-card-unseen</c>, <c>loyalty-card-invalid</c>, <c>shopper-unknown</c>, <c>loyalty-card-there</c>,
    /// <c>loyalty-card-taken</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="shopperId">To whom.</param>
    /// <param name="card">As typed or scanned.</param>
    /// <param name="seen">Whether the colleague says that they have seen it.</param>
    /// <param name="by">The colleague.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<Shopper>> RunAsync(Guid shopperId, string? card, bool seen, Guid by, CancellationToken cancellationToken)
    {
        var details = new ContactDetails(null, card).Trimmed();
        if (details.Card is not { } number || validator.Refusal(details) is not null)
        {
            return new LoyaltyCardInvalid();
        }

        return seen ? await race.RunAsync(AttemptAsync, TakeTurnAsync, cancellationToken) : new LoyaltyCardUnseen();

        async Task<Outcome<Shopper>> AttemptAsync()
        {
            var shopper = await db.Shoppers.SingleOrDefaultAsync(s => s.Id == shopperId, cancellationToken);
            Error? refusal = shopper switch
            {
                null => new ShopperUnknown(),
                { LoyaltyCard: not null } => new LoyaltyCardThere(),
                _ => await db.Shoppers.AnyAsync(s => s.LoyaltyCard == number, cancellationToken) ? new LoyaltyCardTaken() : null,
            };
            if (refusal is not null)
            {
                return refusal;
            }

            shopper!.TakeCard(number);
            record.Add(AuditAct.CardLinked, by, AuditSubject.Of(shopper.Id), ("card", Shopper.MaskedName(null, number)));
            await db.SaveChangesAsync(cancellationToken);
            return shopper;
        }

        Task TakeTurnAsync() => db.Shoppers.Where(s => s.Id == shopperId)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version + 1), cancellationToken);
    }
}
