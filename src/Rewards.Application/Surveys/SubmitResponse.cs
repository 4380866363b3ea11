using Microsoft.EntityFrameworkCore;
using Rewards.Application.Mail;
using Rewards.Application.Promotions;
using Rewards.Application.Shoppers;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Mail;
using Rewards.Domain.Promotions;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Surveys;

namespace Rewards.Application.Surveys;

/// <summary>
/// Sends a response: the response, its awards with their reasons, what they give, and the mail that tells of them, all in one
/// transaction. However often and wherever it is sent, there is one set of awards: the response's version decides, the unique
/// indexes on awards stand behind it. Two receipts of one shopper at once are decided in turn by the shopper's version. Rows are
/// locked in one order by all: shopper, response, the entries' counters (person, household), counters and budgets in the order of
/// promotions.
/// </summary>
public sealed class SubmitResponse(
    RewardsDb db,
    RacingWrite race,
    StartResponse start,
    FindShopper findShopper,
    GrantAwards grant,
    ContactDetailsValidator validator,
    OutboxBell bell,
    TimeProvider clock)
{
    /// <summary>
    /// Sends the response of a code. Refuses as <see cref="StartResponse.ResumeAsync"/> does, and with
    /// <c>response-incomplete</c>, <c>email-invalid</c>, <c>email-missing</c>, <c>loyalty-card-invalid</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="code">The receipt's code.</param>
    /// <param name="responseId">What the form carries: with it, a response sent before is answered as if it was sent now.</param>
    /// <param name="contact">As typed.</param>
    /// <param name="client">The client's address.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The response's id.</returns>
    public Task<Outcome<Sent>> RunAsync(
        string code, Guid? responseId, ContactDetails contact, string client, CancellationToken cancellationToken) =>
        RunAsync(code, responseId, contact, Channel.Receipt, client, cancellationToken);

    /// <summary>The same of a response that comes in another way.</summary>
    /// <param name="code">The receipt's code.</param>
    /// <param name="responseId">What the form carries: with it, a response sent before is answered as if it was sent now.</param>
    /// <param name="contact">As typed.</param>
    /// <param name="channel">The way it comes in.</param>
    /// <param name="client">The client's address.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<Outcome<Sent>> RunAsync(
        string code, Guid? responseId, ContactDetails contact, Channel channel, string client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var details = contact.Trimmed();
        long receiptId = 0;
        return race.RunAsync(AttemptAsync, TakeTurnAsync, cancellationToken);

        async Task<Outcome<Sent>> AttemptAsync()
        {
            var found = await start.ResumeAsync(code, responseId, client, cancellationToken);
            if (found.IsRefused(out var error, out var session))
            {
                return error;
            }

            receiptId = session.Receipt.Id;
            if (session.Response?.SubmittedAt is not null)
            {
                return new Sent(session.Response.Id, session.Code);
            }

            if (Refusal(session, details) is { } refusal)
            {
                return refusal;
            }

            await SendAsync(session, session.Response!, details, channel, cancellationToken);
            return new Sent(session.Response!.Id, session.Code);
        }

        // Someone sent this response, or touched this shopper, between our look and our write.
        async Task TakeTurnAsync()
        {
            await findShopper.LockAsync(details, cancellationToken);
            await db.Responses.Where(r => r.ReceiptId == receiptId)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Version, r => r.Version + 1), cancellationToken);
        }
    }

    private Error? Refusal(FeedbackSession session, ContactDetails details) =>
        validator.Refusal(details)
        ?? (session.NextQuestion is { Kind: not QuestionKind.Contact } open ? new ResponseIncomplete(open.Key)
            : details.Missing(session.Response!.MayContact));

    private async Task SendAsync(
        FeedbackSession session, Response response, ContactDetails details, Channel channel, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var person = details.HasPerson
            ? await findShopper.RunAsync(details, response.Language, grant.LooksBackTo(session.Known.Offers), cancellationToken)
            : null;
        if (person is not null)
        {
            await findShopper.LinkAsync(person, details, session.TillsCard, cancellationToken);
        }

        var candidates = await grant.DecideAsync(session, channel, person, cancellationToken);

        // Only a booking needs a transaction around more than the one save.
        await using var transaction = candidates.NeedBooking && db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancellationToken)
            : null;
        db.Attach(response);
        response.ComesBy(channel);
        response.Submit(ResponseReference.Create(), person?.Shopper.Id, now, session.Store.BusinessDayAt(now));
        if (candidates.NeedBooking)
        {
            // A budget's row, or a counter's, is everyone's: whoever loses this response or this shopper to another never comes to hold it.
            await db.SaveChangesAsync(cancellationToken);
        }

        foreach (var decision in await grant.SettleAsync(candidates, person?.Shopper, session.Known, cancellationToken))
        {
            grant.Add(decision, response, session.Paid, person, session.Known);
        }

        if (person?.Shopper.Email is { } email)
        {
            db.OutboxMails.Add(new OutboxMail(
                Guid.CreateVersion7(clock.GetUtcNow()), MailKind.Awards, response.Id, email, response.Language, now));
        }

        await db.SaveChangesAsync(cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        bell.Ring();
    }
}

/// <summary>A response that was sent, now or before.</summary>
/// <param name="ResponseId">With the code it opens the confirmation.</param>
/// <param name="Code">In canonical form.</param>
public sealed record Sent(Guid ResponseId, string Code);
