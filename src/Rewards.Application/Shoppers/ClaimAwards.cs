using Microsoft.EntityFrameworkCore;
using Rewards.Application.Mail;
using Rewards.Application.Promotions;
using Rewards.Application.Receipts;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Mail;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Surveys;

namespace Rewards.Application.Shoppers;

/// <summary>
/// Gives what is held for a response that was sent without a person to whoever brings its reference: awards, what they give,
/// its voucher, and the mail that tells of them, in one transaction. However many claim it at once, one gets it: the response's
/// version decides. Two claims of one shopper at once are decided in turn by the shopper's version. Rows are locked as
/// <see cref="Surveys.SubmitResponse"/> locks them: shopper, response, the entries' counters.
/// </summary>
public sealed class ClaimAwards(
    RewardsDb db,
    RacingWrite race,
    CodeThrottle throttle,
    FindShopper findShopper,
    GrantAwards grant,
    ReferenceData reference,
    ContactDetailsValidator validator,
    OutboxBell bell,
    TimeProvider clock)
{
    /// <summary>
    /// Claims. Whoever claimed it before and sends the same again is answered as if it was now. Refuses with
    /// <c>person-missing</c>, <c>email-invalid</c>, <c>loyalty-card-invalid</c>, <c>reference-unknown</c>, <c>too-many-references</c>,
    /// <c>nothing-to-claim</c>, <c>claim-too-late</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="typedReference">As typed.</param>
    /// <param name="contact">As typed.</param>
    /// <param name="language">The language of the mail, two letters.</param>
    /// <param name="client">The client's address, to count guessed references by.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<Claimed>> RunAsync(
        string? typedReference, ContactDetails contact, string language, string client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var details = contact.Trimmed();
        if ((details.HasPerson ? validator.Refusal(details) : new PersonMissing()) is { } refusal)
        {
            return refusal;
        }

        if ((await FindAsync(typedReference, client, cancellationToken)).IsRefused(out var error, out var responseId))
        {
            return error;
        }

        var outcome = await race.RunAsync(() => AttemptAsync(responseId, details, language, cancellationToken), TakeTurnAsync, cancellationToken);
        bell.Ring();
        return outcome;

        async Task TakeTurnAsync()
        {
            await findShopper.LockAsync(details, cancellationToken);
            await db.Responses.Where(r => r.Id == responseId)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Version, r => r.Version + 1), cancellationToken);
        }
    }

    private async Task<Outcome<Guid>> FindAsync(string? typed, string client, CancellationToken cancellationToken)
    {
        if (!ResponseReference.TryRead(typed, out var canonical, out _))
        {
            // A slip of the finger, or nothing: that costs nothing.
            return new ReferenceUnknown();
        }

        if (throttle.ShutUntil(client) is { } until)
        {
            return new TooManyReferences(until);
        }

        var id = await db.Responses.Where(r => r.Reference == canonical).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancellationToken);
        if (id is { } found)
        {
            return found;
        }

        await throttle.CountAsync(client, cancellationToken);
        return new ReferenceUnknown();
    }

    private async Task<Outcome<Claimed>> AttemptAsync(
        Guid responseId, ContactDetails details, string language, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;

        // One statement: between two, another claim could change the awards of a response that was read as free.
        var found = await (
            from r in db.Responses
            where r.Id == responseId
            from award in db.Awards.Where(a => a.ResponseId == r.Id && a.Status == AwardStatus.Held).DefaultIfEmpty()
            from promotion in db.Promotions.Where(p => p.Id == award.PromotionId).DefaultIfEmpty()
            join receipt in db.Receipts on r.ReceiptId equals receipt.Id
            orderby promotion.Id
            select new
            {
                Response = r,
                Award = award,
                Promotion = promotion,
                receipt.LoyaltyCard,
                Paid = new PaidReceipt(receipt.BusinessDay, receipt.TotalCents, receipt.RefundedCents),
            }).ToListAsync(cancellationToken);
        var response = found[0].Response;
        if (response.ShopperId is { } owner)
        {
            return await IsAsync(owner, details, cancellationToken) ? new Claimed(responseId) : new NothingToClaim();
        }

        var held = found.Where(f => f.Award is not null).ToList();
        if (held.Count == 0)
        {
            return new NothingToClaim();
        }

        if (held.Max(h => h.Award.HeldUntil)!.Value is var until && until <= now)
        {
            return new ClaimTooLate(until);
        }

        var offers = held.ToDictionary(h => h.Award.Id, h => ReferenceData.OfferOf(h.Promotion));
        var person = await findShopper.RunAsync(details, language, grant.LooksBackTo(offers.Values), cancellationToken);
        await findShopper.LinkAsync(person, details, held[0].LoyaltyCard, cancellationToken);
        var known = await reference.GetAsync(cancellationToken);
        response.ClaimFor(person.Shopper.Id);
        var decisions = new Dictionary<Guid, AwardDecision>();
        foreach (var h in held)
        {
            decisions[h.Award.Id] = await grant.DecideClaimAsync(known, offers[h.Award.Id], h.Award, response, person, cancellationToken);
        }

        // Only an entry needs a transaction around more than the one save; whoever loses the shopper or the response never comes to count it.
        var hasEntry = decisions.Values.Any(d => d.IsEntry);
        await using var transaction = hasEntry && db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancellationToken)
            : null;
        if (hasEntry)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        foreach (var h in held)
        {
            var decision = await grant.SettleClaimAsync(decisions[h.Award.Id], person.Shopper, known, cancellationToken);
            h.Award.Claim(decision, person.Shopper.Id, now);
            grant.AddWhatItGives(h.Award, decision, response.StoreNumber, h.Paid, person, known);
        }

        await PutIntoWalletAsync(responseId, person.Shopper.Id, cancellationToken);
        if (person.Shopper.Email is { } email)
        {
            db.OutboxMails.Add(new OutboxMail(Guid.CreateVersion7(clock.GetUtcNow()), MailKind.Awards, responseId, email, language, now));
        }

        await db.SaveChangesAsync(cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return new Claimed(responseId);
    }

    private Task<bool> IsAsync(Guid shopperId, ContactDetails details, CancellationToken cancellationToken)
    {
        var emailKey = details.Email is null ? null : EmailAddress.Canonical(details.Email);
        return db.Shoppers.AnyAsync(
            s => s.Id == shopperId && (emailKey != null ? s.EmailKey == emailKey : s.LoyaltyCard == details.Card), cancellationToken);
    }

    private async Task PutIntoWalletAsync(Guid responseId, Guid shopperId, CancellationToken cancellationToken)
    {
        var vouchers = await (
            from voucher in db.Vouchers
            join award in db.Awards on voucher.AwardId equals award.Id
            where award.ResponseId == responseId && voucher.ShopperId == null
            select voucher).ToListAsync(cancellationToken);
        vouchers.ForEach(v => v.BelongTo(shopperId));
    }
}

/// <summary>What was held belongs to a person, now or since before.</summary>
/// <param name="ResponseId">The response that earned it.</param>
public sealed record Claimed(Guid ResponseId);
