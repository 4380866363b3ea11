using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Receipts;
using Rewards.Domain.Surveys;

namespace Rewards.Application.Surveys;

/// <summary>
/// Keeps the answers to one question as they are given; the first one begins the response, and the receipt where only its code
/// is known. Two devices may answer at once: the last word counts, until the response is sent.
/// </summary>
public sealed class SaveAnswers(RewardsDb db, RacingWrite race, StartResponse start, TimeProvider clock)
{
    /// <summary>
    /// Saves one page. Refuses as <see cref="StartResponse.ResumeAsync"/> does, and with <c>question-unknown</c>,
    /// <c>answer-*</c>, <c>response-unknown</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="code">The receipt's code.</param>
    /// <param name="responseId">What the form carries.</param>
    /// <param name="questionKey">Which question.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="language">The page's language.</param>
    /// <param name="client">The client's address.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="sender">What the id of a response that begins is marked with.</param>
    /// <returns>The session as it was before, with the page that comes next.</returns>
    public Task<Outcome<SavedPage>> RunAsync(
        string code,
        Guid? responseId,
        string questionKey,
        AnswerForm form,
        string language,
        string client,
        CancellationToken cancellationToken,
        SenderMark? sender = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        long receiptId = 0;
        return race.RunAsync(AttemptAsync, TakeTurnAsync, cancellationToken);

        async Task<Outcome<SavedPage>> AttemptAsync()
        {
            var found = await start.ResumeAsync(code, responseId, client, cancellationToken);
            if (found.IsRefused(out var error, out var session))
            {
                return error;
            }

            receiptId = session.Receipt.Id;
            if (session.Response?.SubmittedAt is { } at)
            {
                return new ReceiptAlreadyUsed(at);
            }

            if (session.Find(questionKey) is not { } question)
            {
                return new QuestionUnknown(questionKey);
            }

            if (form.Read(question, TouchpointsOf(session, question)).IsRefused(out error, out var answers))
            {
                return error;
            }

            await SaveAsync(session, answers, language, sender, cancellationToken);
            var after = answers.Visited is null ? session : session with { Touchpoints = answers.Visited };
            return new SavedPage(session, after.After(question)!);
        }

        // Another device began the response, or answered this question, between our look and our write.
        Task TakeTurnAsync() => db.Responses.Where(r => r.ReceiptId == receiptId)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Version, r => r.Version + 1), cancellationToken);
    }

    private static IReadOnlyList<string> TouchpointsOf(FeedbackSession session, Question question) =>
        question.Kind == QuestionKind.Visited ? [.. session.Survey.Touchpoints.Keys] : session.Touchpoints;

    private async Task SaveAsync(
        FeedbackSession session, ReadAnswers answers, string language, SenderMark? sender, CancellationToken cancellationToken)
    {
        var response = session.Response ?? Begin(session, language, sender);
        if (session.Response is not null)
        {
            db.Attach(response);
        }

        // Counts the version up, so that no answer slips in beside a submission. First the response, which decides between
        // devices, then its answers: in another order two of them would each wait for the other.
        response.TakeAnswer(answers.Visited, answers.MayContact);
        await using var transaction = answers.Answers.Count > 0 && db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancellationToken)
            : null;
        await db.SaveChangesAsync(cancellationToken);
        foreach (var answer in answers.Answers)
        {
            var row = new Answer(response.Id, answer.Question, answer.Touchpoint, answer.Score, answer.Text);
            var isThere = session.Answers.Any(a => a.Question == answer.Question && a.Touchpoint == answer.Touchpoint);
            db.Entry(row).State = isThere ? EntityState.Modified : EntityState.Added;
        }

        if (answers.Visited is { } visited)
        {
            // Whoever thinks again about where they went takes back what they said of it.
            db.RemoveRange(session.Answers.Where(a => a.Touchpoint.Length > 0 && !visited.Contains(a.Touchpoint)));
        }

        await db.SaveChangesAsync(cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private Response Begin(FeedbackSession session, string language, SenderMark? sender)
    {
        if (!session.IsRegistered)
        {
            db.Receipts.Add(Receipt.FromCode(session.Receipt));
        }

        var response = new Response(
            sender?.NewId(clock.GetUtcNow()) ?? Guid.CreateVersion7(clock.GetUtcNow()),
            session.Receipt.Id,
            session.Store.Number,
            session.SurveyVersionId,
            string.Join('|', session.Touchpoints),
            language,
            clock.GetUtcNow().UtcDateTime);
        db.Responses.Add(response);
        return response;
    }
}

/// <summary>A page whose answers are kept.</summary>
/// <param name="Session">As it was before.</param>
/// <param name="Next">What comes next.</param>
public sealed record SavedPage(FeedbackSession Session, Question Next);

/// <summary>An answer as it was read, before it has a response.</summary>
/// <param name="Question">The question's key.</param>
/// <param name="Touchpoint">The touchpoint; empty for none.</param>
/// <param name="Score">Null for none.</param>
/// <param name="Text">Null for none.</param>
public sealed record GivenAnswer(string Question, string Touchpoint, int? Score, string? Text);
