using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Rewards.Web.Tests;

/// <summary>A page as a browser has it before it.</summary>
/// <param name="browser">Which browser.</param>
/// <param name="status">How it was answered.</param>
/// <param name="address">Path and query, after all redirects.</param>
/// <param name="redirects">Where the browser was sent on the way.</param>
/// <param name="body">As received.</param>
/// <param name="type">The media type.</param>
/// <param name="headers">As received.</param>
public sealed class PageForTests(
    BrowserForTests browser,
    HttpStatusCode status,
    string address,
    IReadOnlyList<string> redirects,
    string body,
    string? type,
    HttpResponseHeaders headers)
{
    private readonly Lazy<IHtmlDocument> _document = new(() => new HtmlParser().ParseDocument(body));

    /// <summary>How it was answered.</summary>
    public HttpStatusCode Status => status;

    /// <summary>Path and query, after all redirects.</summary>
    public string Address => address;

    /// <summary>Where the browser was sent on the way; elsewhere than the portal as a whole address.</summary>
    public IReadOnlyList<string> Redirects => redirects;

    /// <summary>As received.</summary>
    public string Body => body;

    /// <summary>The media type.</summary>
    public string? Type => type;

    /// <summary>As received.</summary>
    public HttpResponseHeaders Headers => headers;

    /// <summary>The elements.</summary>
    public IHtmlDocument Document => _document.Value;

    /// <summary>What stands on the page, blanks drawn together.</summary>
    public string Text => Words(Document.QuerySelector("main") ?? Document.DocumentElement);

    /// <summary>What stands in the first element that fits.</summary>
    public string TextOf(string selector) => Words(Find(selector));

    /// <summary>Whether there is such an element.</summary>
    public bool Has(string selector) => Document.QuerySelector(selector) is not null;

    /// <summary>Opens the first link that fits.</summary>
    public Task<PageForTests> Follows(string selector)
    {
        var link = Find(selector).GetAttribute("href")!;
        return browser.Opens(link.StartsWith('?') ? address.Split('?')[0] + link : link);
    }

    /// <summary>
    /// Submits a form by its button, with what is typed into it; every other field is sent as the page has it.
    /// </summary>
    /// <param name="selector">The form, or the button that is pressed.</param>
    /// <param name="typed">By the names of the fields.</param>
    public Task<PageForTests> Submits(string selector, params (string Name, string Value)[] typed) => SubmitsWith(null, selector, typed);

    /// <summary>The same with a file.</summary>
    /// <param name="file">The field's name, and what is in the file.</param>
    /// <param name="selector">The form, or the button that is pressed.</param>
    /// <param name="typed">By the names of the fields.</param>
    public Task<PageForTests> SubmitsWith((string Field, byte[] Content)? file, string selector, params (string Name, string Value)[] typed)
    {
        var form = Form(selector);
        var action = Find(selector).GetAttribute("formaction") ?? form.GetAttribute("action") ?? "";
        var target = action.StartsWith('/') ? action : address.Split('?')[0] + (action.Length > 0 ? action : address[address.Split('?')[0].Length..]);
        var fields = Fields(selector, typed);
        return form.GetAttribute("method") is "post"
            ? browser.SendsAsync(HttpMethod.Post, target, fields, file)
            : browser.Opens($"{target.Split('?')[0]}?{string.Join('&', fields.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"))}");
    }

    /// <summary>What <see cref="Submits"/> sends.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields(string selector, params (string Name, string Value)[] typed)
    {
        var pressed = Find(selector) as IHtmlButtonElement;
        var sent = Form(selector).Elements
            .Where(e => e.GetAttribute("name") is { Length: > 0 } name && !e.HasAttribute("disabled") && typed.All(t => t.Name != name))
            .Select(e => (Name: e.GetAttribute("name")!, Value: ValueOf(e, pressed)))
            .Where(f => f.Value is not null)
            .Select(f => (f.Name, f.Value!));
        return [.. sent, .. typed];
    }

    private static string? ValueOf(IElement element, IHtmlButtonElement? pressed) => element switch
    {
        IHtmlButtonElement button => button == pressed ? button.Value : null,
        IHtmlInputElement { Type: "radio" or "checkbox" } choice => choice.IsChecked ? choice.Value : null,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IHtmlFormElement Form(string selector) => Find(selector) switch
    {
        IHtmlFormElement form => form,
        IHtmlButtonElement { Form: { } its } => its,
        var inside => (IHtmlFormElement?)inside.Closest("form") ?? throw new InvalidOperationException($"'{selector}' is in no form."),
    };

    private IElement Find(string selector) => Document.QuerySelector(selector)
        ?? throw new InvalidOperationException($"{address} ({(int)status}) has no '{selector}': {Text}");
}
