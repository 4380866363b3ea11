using Rewards.Application.Shoppers;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Receipts;
using Rewards.Domain.Surveys;

namespace Rewards.Application.Surveys;

/// <summary>
/// A whole response in one call, for kiosks and apps: looks at all of it before the first answer is kept, then keeps them and sends, as
/// the pages do.
/// </summary>
public sealed class SubmitAtOnce(
    RewardsDb db, StartResponse start, SaveAnswers save, SubmitResponse submit, ShowConfirmation show, ContactDetailsValidator validator)
{
    /// <summary>
    /// Sends. Refuses as <see cref="StartResponse.RunAsync"/>, <see cref="SaveAnswers"/> and <see cref="SubmitResponse"/> do; a refusal
    /// of an answer says which question it is to.
    /// </summary>
    /// <param name="code">The receipt's code.</param>
    /// <param name="answers">What was answered, by the question's key.</param>
    /// <param name="language">What it was answered in.</param>
    /// <param name="contact">As typed.</param>
    /// <param name="client">What codes that are nobody's are counted by.</param>
    /// <param name="sender">By what the same is known when it is sent again, and then answered as it was first; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<Confirmation>> RunAsync(
        string? code,
        IReadOnlyDictionary<string, AnswerForm> answers,
        string language,
        ContactDetails contact,
        string client,
        SenderMark? sender,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(contact);
        if ((await start.RunAsync(code, client, cancellationToken, sender)).IsRefused(out var refusal, out var session))
        {
            return refusal;
        }

        if (session.Response is { SubmittedAt: not null, Id: var before })
        {
            return (await show.RunAsync(session.Code, before, cancellationToken))!;
        }

        if (Refusal(session, answers, contact.Trimmed()) is { } wrong)
        {
            return wrong;
        }

        // The order of the survey: where the shopper went decides what is asked after it.
        foreach (var question in session.Questions.Where(q => answers.ContainsKey(q.Key)))
        {
            var saved = await save.RunAsync(session.Code, null, question.Key, answers[question.Key], language, client, cancellationToken, sender);
            if (saved.Error is { } unsaved)
            {
                return await AgainAsync(unsaved);
            }

            // Each page is a unit of work of its own, as if it had come in a request of its own.
            db.ChangeTracker.Clear();
        }

        return (await submit.RunAsync(session.Code, null, contact, client, cancellationToken)).IsRefused(out refusal, out var sent)
            ? await AgainAsync(refusal)
            : (await show.RunAsync(sent.Code, sent.ResponseId, cancellationToken))!;

        // The same may have come in at the same time and been faster.
        async Task<Outcome<Confirmation>> AgainAsync(Error why)
        {
            db.ChangeTracker.Clear();
            return why is ReceiptAlreadyUsed && (await start.RunAsync(code, client, cancellationToken, sender)) is { Error: null, Value.Response.Id: var first }
                ? (await show.RunAsync(session.Code, first, cancellationToken))!
                : why;
        }
    }

    private Error? Refusal(FeedbackSession session, IReadOnlyDictionary<string, AnswerForm> answers, ContactDetails contact)
    {
        if (answers.Keys.FirstOrDefault(k => session.Find(k) is null or { Kind: QuestionKind.Contact }) is { } unheardOf)
        {
            return new QuestionUnknown(unheardOf.Length > 60 ? unheardOf[..60] : unheardOf);
        }

        var (touchpoints, mayContact) = (session.Touchpoints, session.Response?.MayContact);
        foreach (var question in session.Questions.Where(q => q.Kind != QuestionKind.Contact))
        {
            if (!answers.TryGetValue(question.Key, out var form))
            {
                if (session.IsAnswered(question))
                {
                    continue;
                }

                return new ResponseIncomplete(question.Key);
            }

            var asked = question.Kind == QuestionKind.Visited ? [.. session.Survey.Touchpoints.Keys] : touchpoints;
            if (form.Read(question, asked).IsRefused(out var refusal, out var read))
            {
                return refusal with { AnswerTo = question.Key };
            }

            (touchpoints, mayContact) = (read.Visited ?? touchpoints, read.MayContact ?? mayContact);
        }

        return validator.Refusal(contact) ?? contact.Missing(mayContact);
    }
}
