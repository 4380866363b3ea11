using AngleSharp.Html.Dom;

namespace Rewards.Web.Tests.Feedback;

/// <summary>A shopper whose browser has no script: fills in whatever form the page has, and sends it.</summary>
/// <param name="browser">Which browser.</param>
public sealed class SurveyByForms(BrowserForTests browser)
{
    private const int MostPages = 20;

    private readonly List<PageForTests> _seen = [];

    /// <summary>Every page of the survey, in order.</summary>
    public IReadOnlyList<PageForTests> Seen => _seen;

    /// <summary>Types the code, answers every question and sends; the page after the last.</summary>
    /// <param name="code">The receipt's code.</param>
    /// <param name="email">Left on the last page.</param>
    public async Task<PageForTests> TakesAsync(string code, string email = "")
    {
        var page = await (await browser.Opens("/")).Submits("form", ("code", code));
        while (page.Has("form button.main") && _seen.Count < MostPages)
        {
            _seen.Add(page);
            page = await page.Submits("form", [.. Answers(page, email)]);
        }

        return page;
    }

    private static IEnumerable<(string, string)> Answers(PageForTests page, string email)
    {
        var inputs = page.Document.QuerySelectorAll("form input").OfType<IHtmlInputElement>().ToList();
        foreach (var scale in inputs.Where(i => i.Type == "radio").GroupBy(i => i.Name!))
        {
            yield return (scale.Key, (scale.FirstOrDefault(i => i.Value is "5" or "no") ?? scale.First()).Value);
        }

        foreach (var choice in inputs.Where(i => i.Type == "checkbox").Take(2))
        {
            yield return (choice.Name!, choice.Value);
        }

        if (page.Has("textarea"))
        {
            yield return ("answer", "Pan fresco, «gente» amable. Fresh bread. 🥖");
        }

        if (page.Has("#email"))
        {
            yield return ("email", email);
        }
    }
}
