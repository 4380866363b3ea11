using Microsoft.EntityFrameworkCore;
using Rewards.Application.Shoppers;
using Rewards.Application.Surveys;
using Rewards.Domain;
using Rewards.Domain.Promotions;
using Rewards.Domain.Surveys;

namespace Rewards.Testing;

/// <summary>A shopper with a receipt in hand.</summary>
/// <param name="portal">Where.</param>
/// <param name="client">The address the shopper comes from.</param>
public sealed class ShopperForTests(PortalForTests portal, string client)
{
    /// <summary>Types the code.</summary>
    public Task<Outcome<FeedbackSession>> Starts(string? code) =>
        portal.CallAsync<StartResponse, Outcome<FeedbackSession>>(u => u.RunAsync(code, client, default));

    /// <summary>Answers one question about the whole visit; more than one value where several may be chosen.</summary>
    public Task<Outcome<SavedPage>> Answers(string code, string question, params string[] answers) =>
        Sends(code, question, new Dictionary<string, IReadOnlyList<string>> { [AnswerForm.AnswerField] = answers });

    /// <summary>Scores touchpoints.</summary>
    public Task<Outcome<SavedPage>> Scores(string code, params (string Touchpoint, string Score)[] scores) =>
        Sends(code, "departments", scores.ToDictionary(s => AnswerForm.FieldOf(s.Touchpoint), s => (IReadOnlyList<string>)[s.Score]));

    /// <summary>Sends whatever fields for a question.</summary>
    /// <param name="code">The receipt's code.</param>
    /// <param name="question">The question's key.</param>
    /// <param name="fields">As a form has them.</param>
    /// <param name="responseId">What the form carries.</param>
    public Task<Outcome<SavedPage>> Sends(
        string code, string question, IReadOnlyDictionary<string, IReadOnlyList<string>> fields, Guid? responseId = null) =>
        portal.CallAsync<SaveAnswers, Outcome<SavedPage>>(u => u.RunAsync(code, responseId, question, new AnswerForm(fields), "en", client, default));

    /// <summary>Answers everything up to the last page.</summary>
    public async Task AnswersAll(string code, int nps = 9, string comment = "The bread was still warm.", bool mayContact = false)
    {
        var session = (await Starts(code)).Value;
        if (!session.TouchpointsFromReceipt)
        {
            _ = (await Answers(code, "visited", "Bakery", "Produce")).Value;
            session = (await Starts(code)).Value;
        }

        _ = (await Answers(code, "recommend", $"{nps}")).Value;
        _ = (await Answers(code, "satisfaction", "5")).Value;
        _ = (await Scores(code, [.. session.Touchpoints.Select(t => (t, "4"))])).Value;
        _ = (await Answers(code, "ease", "6")).Value;
        _ = (await Answers(code, "friendliness", "5")).Value;
        _ = (await Answers(code, "comment", comment)).Value;
        _ = (await Answers(code, "may-contact", mayContact ? "yes" : "no")).Value;
    }

    /// <summary>Sends the last page.</summary>
    /// <param name="code">The receipt's code.</param>
    /// <param name="email">As typed.</param>
    /// <param name="card">As typed.</param>
    /// <param name="responseId">What the form carries.</param>
    public Task<Outcome<Sent>> Submits(string code, string? email = null, string? card = null, Guid? responseId = null) =>
        portal.CallAsync<SubmitResponse, Outcome<Sent>>(u => u.RunAsync(code, responseId, new ContactDetails(email, card), client, default));

    /// <summary>Answers everything and sends it.</summary>
    public async Task<Sent> GivesFeedback(string code, string? email = null, string? card = null, int nps = 9)
    {
        await AnswersAll(code, nps);
        return (await Submits(code, email, card)).Value;
    }

    /// <summary>The response of a code, with what it earned.</summary>
    public async Task<(Response Response, IReadOnlyList<Award> Awards)> Sees(string code)
    {
        var receiptId = portal.ReceiptOf(code).Id;
        var response = await portal.InDatabaseAsync(db => db.Responses.AsNoTracking().SingleAsync(r => r.ReceiptId == receiptId));
        var awards = await portal.InDatabaseAsync(db =>
            db.Awards.AsNoTracking().Where(a => a.ResponseId == response.Id).OrderBy(a => a.PromotionId).ToListAsync());
        return (response, awards);
    }
}
