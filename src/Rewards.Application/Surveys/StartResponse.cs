using Microsoft.EntityFrameworkCore;
using Rewards.Application.Receipts;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Receipts;
using Rewards.Domain.Surveys;

namespace Rewards.Application.Surveys;

/// <summary>
/// From a code to the session it opens: reads the code, then the receipt with its response in one query. Writes nothing but
/// the count of a forged code.
/// </summary>
public sealed class StartResponse(
    RewardsDb db, ReadReceiptCode read, ReferenceData reference, PortalSettings settings, TimeProvider clock)
{
    // One request sees one snapshot: who looks a second time holds locks, and must not wait for a connection more.
    private ReferenceSnapshot? _known;

    /// <summary>
    /// Opens the session of a code that can still be answered. Refuses with <c>receipt-code-*</c>, <c>too-many-codes</c>,
    /// <c>store-not-taking-part</c>, <c>receipt-from-the-future</c>, <c>receipt-too-old</c>, <c>receipt-already-used</c>.
    /// </summary>
    /// <param name="code">As typed or scanned.</param>
    /// <param name="client">The client's address, to count forged codes by.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="sender">Whose response opens also where it has been sent.</param>
    public async Task<Outcome<FeedbackSession>> RunAsync(
        string? code, string client, CancellationToken cancellationToken, SenderMark? sender = null)
    {
        var found = await FindAsync(code, client, cancellationToken);
        return found.IsRefused(out var error, out var session) ? error
            : session.Response is { SubmittedAt: { } at, Id: var id } && sender?.IsOn(id) != true ? new ReceiptAlreadyUsed(at)
            : session;
    }

    /// <summary>
    /// The same, also where the response has been sent, for whoever can show its id: whoever took part in it.
    /// </summary>
    /// <param name="code">The receipt's code.</param>
    /// <param name="responseId">What the form carries; null where it carries nothing yet.</param>
    /// <param name="client">The client's address, to count forged codes by.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<FeedbackSession>> ResumeAsync(
        string? code, Guid? responseId, string client, CancellationToken cancellationToken)
    {
        var found = await FindAsync(code, client, cancellationToken);
        return found.IsRefused(out var error, out var session) ? error
            : responseId is { } id && session.Response?.Id != id ? new ResponseUnknown()
            : responseId is null && session.Response?.SubmittedAt is { } at ? new ReceiptAlreadyUsed(at)
            : session;
    }

    private async Task<Outcome<FeedbackSession>> FindAsync(string? code, string client, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if ((await read.RunAsync(code, client, cancellationToken)).IsRefused(out var error, out var valid))
        {
            return error;
        }

        var known = _known ??= await reference.GetAsync(cancellationToken);
        if (!known.Stores.TryGetValue(valid.Key.StoreNumber, out var store))
        {
            return new ReceiptCodeUnknown();
        }

        var row = await QueryAsync(valid.Key.Id, cancellationToken);
        if (row?.Response?.SubmittedAt is null && Validity(row).Check(valid.Key, store, now) is { } refusal)
        {
            return refusal;
        }

        if (row is null && settings.Receipts.RequireRegistration)
        {
            return new ReceiptCodeUnknown();
        }

        var surveyVersionId = row?.Response?.SurveyVersionId ?? known.CurrentSurveyId;
        if (!known.Surveys.ContainsKey(surveyVersionId))
        {
            known = _known = await reference.GetAsync(k => k.Surveys.ContainsKey(surveyVersionId), cancellationToken);
        }

        var touchpoints = row?.Response?.Touchpoints ?? row?.Departments ?? "";
        return new FeedbackSession(
            known,
            valid.Key,
            valid.Code,
            store,
            surveyVersionId,
            known.Surveys[surveyVersionId],
            IsRegistered: row is not null,
            row?.TotalCents,
            row?.RefundedCents ?? 0,
            row?.LoyaltyCard,
            touchpoints.Length == 0 ? [] : touchpoints.Split('|'),
            row?.Response?.TouchpointsFromReceipt ?? touchpoints.Length > 0,
            row?.Response,
            row?.Answers ?? []);
    }

    // Who began in time may finish on the day after.
    private ReceiptValidity Validity(Row? row) =>
        new(settings.Receipts.ValidDays + (row?.Response is null ? 0 : 1));

    private async Task<Row?> QueryAsync(long receiptId, CancellationToken cancellationToken)
    {
        Row? row = null;
        await foreach (var line in _byReceipt.On(db)(db, receiptId).WithCancellation(cancellationToken))
        {
            row ??= new Row(line.TotalCents, line.RefundedCents, line.Departments, line.LoyaltyCard, line.Response, []);
            if (line.Answer is { } answer)
            {
                row.Answers.Add(answer);
            }
        }

        return row;
    }

    // A line an answer, one query in all.
    private static readonly CompiledQuery<Func<RewardsDb, long, IAsyncEnumerable<Line>>> _byReceipt = new(() => EF.CompileAsyncQuery(
        (RewardsDb db, long receiptId) =>
            from receipt in db.Receipts.AsNoTracking()
            where receipt.Id == receiptId
            from response in db.Responses.Where(r => r.ReceiptId == receipt.Id).DefaultIfEmpty()
            from answer in db.Answers.Where(a => a.ResponseId == response.Id).DefaultIfEmpty()
            select new Line(receipt.TotalCents, receipt.RefundedCents, receipt.Departments, receipt.LoyaltyCard, response, answer)));

    private sealed record Line(long? TotalCents, long RefundedCents, string Departments, string? LoyaltyCard, Response? Response, Answer? Answer);

    private sealed record Row(long? TotalCents, long RefundedCents, string Departments, string? LoyaltyCard, Response? Response, List<Answer> Answers);
}
