using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Localization;
using Rewards.Application.Shoppers;
using Rewards.Application.Surveys;
using Rewards.Domain;
using Rewards.Domain.Surveys;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Feedback;

/// <summary>
/// One question a page. <c>/r/{code}</c> is what the receipt's QR opens: it goes on where the shopper stopped. The code is the
/// key, so no cookie and no token is asked for.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class QuestionModel(StartResponse start, SaveAnswers save, SubmitResponse submit) : PageModel
{
    /// <summary>The receipt's code, in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The question's key, in the address; null for wherever the shopper stopped.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Question { get; set; }

    /// <summary>On the last page, as typed.</summary>
    public string? Email { get; private set; }

    /// <summary>On the last page, as typed.</summary>
    public string? Card { get; private set; }

    // What was just sent, where it was refused: it is shown again as it was typed.
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? _typed;

    /// <summary>What the page is about; null where the code is refused.</summary>
    public FeedbackSession? Session { get; private set; }

    /// <summary>What is asked.</summary>
    public Question? Asked { get; private set; }

    /// <summary>Why the code or the answer was not taken.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>Shows a question.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await start.RunAsync(Code, HttpContext.ClientAddress(), cancellationToken);
        if (found.IsRefused(out var refusal, out var session))
        {
            return Refuse(refusal);
        }

        // Each question has its own address from the first one on, so that the browser's Back leads to it.
        if (Question is null)
        {
            return Redirect($"/r/{session.Code}/{session.NextQuestion.Key}");
        }

        Session = session;
        Asked = session.Find(Question);
        return Asked is null ? NotFound() : Page();
    }

    /// <summary>Keeps an answer and goes on; the last page sends the response.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var form = await Request.ReadFormAsync(cancellationToken);
        var hasResponse = form.TryGetValue("response", out var sent);
        var responseId = Guid.TryParse(sent.ToString(), out var id) ? id : hasResponse ? Guid.Empty : (Guid?)null;
        (Email, Card) = (form["email"], form["card"]);
        return Email is null && Card is null
            ? await SaveAsync(responseId, cancellationToken)
            : await SendAsync(responseId, cancellationToken);
    }

    private async Task<IActionResult> SaveAsync(Guid? responseId, CancellationToken cancellationToken)
    {
        var fields = Request.Form.ToDictionary(f => f.Key, IReadOnlyList<string> (f) => [.. f.Value.Select(v => v ?? "")]);
        var saved = await save.RunAsync(
            Code, responseId, Question ?? "", new AnswerForm(fields), Texts.CurrentLanguage, HttpContext.ClientAddress(), cancellationToken);
        return saved.IsRefused(out var refusal, out var page)
            ? await ShowAgainAsync(responseId, refusal, fields, cancellationToken)
            : Redirect($"/r/{page.Session.Code}/{page.Next.Key}");
    }

    private async Task<IActionResult> SendAsync(Guid? responseId, CancellationToken cancellationToken)
    {
        var sent = await submit.RunAsync(Code, responseId, new ContactDetails(Email, Card), HttpContext.ClientAddress(), cancellationToken);
        return sent.IsRefused(out var refusal, out var response)
            ? await ShowAgainAsync(responseId, refusal, null, cancellationToken)
            : Redirect($"/thanks/{response.Code}/{response.ResponseId}");
    }

    private async Task<IActionResult> ShowAgainAsync(
        Guid? responseId, Error refusal, IReadOnlyDictionary<string, IReadOnlyList<string>>? typed, CancellationToken cancellationToken)
    {
        _typed = typed;
        var found = await start.ResumeAsync(Code, responseId, HttpContext.ClientAddress(), cancellationToken);
        if (!found.IsRefused(out var other, out var session) && session.Response?.SubmittedAt is null)
        {
            Session = session;
            Asked = refusal is ResponseIncomplete incomplete ? session.Find(incomplete.Question) : session.Find(Question ?? "");
        }

        return Refuse(other ?? refusal);
    }

    private PageResult Refuse(Error refusal)
    {
        Refusal = refusal;
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return Page();
    }

    /// <summary>A text of the survey in the page's language.</summary>
    public string In(LocalizedText text) =>
        text.In(Texts.CurrentLanguage).Replace("{store}", Session!.Store.Name, StringComparison.Ordinal);

    /// <summary>The id of the element that a refusal is about.</summary>
    public string FieldId(Error refusal) => refusal is not ResponseIncomplete ? IdOf(refusal.Field ?? AnswerForm.AnswerField)
        : Asked!.Kind == QuestionKind.Touchpoints ? IdOf(AnswerForm.FieldOf(Session!.Touchpoints[0]))
        : AnswerForm.AnswerField;

    /// <summary>The touchpoint that a refusal is about, by its name.</summary>
    public string? TouchpointOf(Error refusal) =>
        Session!.Touchpoints.FirstOrDefault(t => refusal.Field == AnswerForm.FieldOf(t)) is { } touchpoint
            ? Session.Survey.TouchpointName(touchpoint, Texts.CurrentLanguage)
            : null;

    /// <summary>A field's name as an id.</summary>
    public static string IdOf(string field) => string.Concat(field.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    /// <summary>What was written.</summary>
    public string? TextOf(Question question) => _typed is null ? Given(question, "")?.Text : (Typed(AnswerForm.AnswerField) is [var text, ..] ? text : null);

    /// <summary>Whether "I do not know" was chosen.</summary>
    public bool IsNone(Question question, string touchpoint = "") => _typed is null
        ? Given(question, touchpoint) is { Score: null }
        : Typed(touchpoint.Length == 0 ? AnswerForm.AnswerField : AnswerForm.FieldOf(touchpoint)).Contains(AnswerForm.None);

    /// <summary>Whether a choice of the whole visit was made.</summary>
    /// <param name="choice">Its value.</param>
    /// <param name="before">Whether it was before.</param>
    public bool IsChosen(string choice, bool before) => _typed is null ? before : Typed(AnswerForm.AnswerField).Contains(choice);

    /// <summary>A scale with what was chosen.</summary>
    public ScaleView ScaleOf(Question question, string touchpoint = "")
    {
        var (lowest, highest) = question.Scale!.Value;
        var (id, field) = touchpoint.Length == 0
            ? (AnswerForm.AnswerField, AnswerForm.AnswerField)
            : (null, AnswerForm.FieldOf(touchpoint));
        var chosen = _typed is null ? Given(question, touchpoint)?.Score
            : Typed(field) is [var number, ..] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var score) ? score : null;
        return new ScaleView(id, field, lowest, highest, In(question.Low!), In(question.High!), chosen);
    }

    private IReadOnlyList<string> Typed(string field) => _typed!.TryGetValue(field, out var values) ? values : [];

    private Answer? Given(Question question, string touchpoint) =>
        Session!.Answers.FirstOrDefault(a => a.Question == question.Key && a.Touchpoint == touchpoint);
}

/// <summary>A scale as it is shown.</summary>
/// <param name="Id">Its element's id; null where another element has it.</param>
/// <param name="Field">The name of its radio buttons.</param>
/// <param name="Lowest">Lowest score.</param>
/// <param name="Highest">Highest score.</param>
/// <param name="Low">What the lowest means.</param>
/// <param name="High">What the highest means.</param>
/// <param name="Chosen">The score chosen before.</param>
public sealed record ScaleView(string? Id, string Field, int Lowest, int Highest, string Low, string High, int? Chosen);
