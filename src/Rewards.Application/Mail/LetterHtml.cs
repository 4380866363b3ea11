using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Rewards.Application.Mail;

/// <summary>A letter as HTML: one column, no images, every style inline, because that is what mail programs keep.</summary>
internal sealed class LetterHtml(ChainSettings chain)
{
    private const string Ink = "#16241d";
    private const string Quiet = "#4a5a52";
    private const string Ground = "#f6f4ee";
    private const string SunSoft = "#fff3d1";
    private const string Mono = "ui-monospace,Menlo,Consolas,monospace";

    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string _brand = chain.BrandColor.Length > 0 ? chain.BrandColor : "#0b5d3b";
    private readonly string _brandInk = chain.BrandInk.Length > 0 ? chain.BrandInk : "#ffffff";

    /// <summary>Sets a letter, with the chain's name above it.</summary>
    public string Of(Letter letter, string language) =>
        $"""
        <!doctype html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light">
        <title>{Encode(letter.Subject)}</title>
        </head>
        <body style="margin:0;background:{Ground}">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:{Ground}"><tr><td align="center">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;color:{Ink};font:400 17px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;text-align:left">
        <tr><td style="padding:14px 24px;background:{_brand};color:{_brandInk};font-weight:700">{Encode(chain.Name)}</td></tr>
        <tr><td style="padding:24px 24px 40px;background:#fff">
        {string.Join('\n', letter.Parts.Select(p => Of(p)))}
        </td></tr>
        </table>
        </td></tr></table>
        </body>
        </html>

        """;

    private string Of(LetterPart part) => part switch
    {
        LetterPart.Title title =>
            $"""<h1 style="margin:8px 0 20px;font-size:30px;line-height:1.15;letter-spacing:-.015em">{Encode(title.Text)}</h1>""",
        LetterPart.Heading heading =>
            $"""<h2 style="margin:28px 0 8px;font-size:22px;line-height:1.2">{Encode(heading.Text)}</h2>""",
        LetterPart.Paragraph paragraph =>
            $"""<p style="margin:0 0 16px">{Encode(paragraph.Text)}</p>""",
        LetterPart.Ticket ticket =>
            $"""
            <div style="margin:0 0 20px;padding:24px;border-radius:18px;background:{SunSoft}">
            <table role="presentation" cellpadding="0" cellspacing="0"><tr>
            <td valign="top" style="padding:0 16px 0 0;font-size:40px;font-weight:700;line-height:1.1;letter-spacing:-.03em">{Encode(ticket.Value)}</td>
            <td valign="top"><b>{Encode(ticket.What)}</b><br><span style="font-size:14px;line-height:1.4">{Encode(ticket.Until)}{(ticket.Terms.Length == 0 ? "" : "<br>" + Encode(ticket.Terms))}</span></td>
            </tr></table>
            <p style="margin:16px 0;font:600 20px/1.3 {Mono}">{Encode(ticket.Code)}</p>
            {Link(ticket.Label, ticket.Link)}
            </div>
            """,
        LetterPart.Earning earning =>
            $"""
            <table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px"><tr>
            <td valign="top"><div style="min-width:40px;padding:8px;border-radius:12px;background:{SunSoft};font-size:22px;font-weight:700;line-height:40px;text-align:center">{Encode(earning.Number)}</div></td>
            <td valign="top" style="padding:2px 0 0 14px"><b>{Encode(earning.What)}</b><br><span style="color:{Quiet};font-size:14px;line-height:1.4">{Encode(earning.Why)}</span></td>
            </tr></table>
            """,
        LetterPart.Fact fact =>
            $"""<p style="margin:0 0 16px;padding:10px 16px;border-radius:8px;background:{Ground};font-size:14px">{Encode(fact.Name)}: <b style="font:600 16px/1.5 {Mono};overflow-wrap:anywhere">{Encode(fact.Value)}</b></p>""",
        LetterPart.Button button =>
            $"""<p style="margin:0 0 16px">{Link(button.Label, button.Link)}</p>""",
        LetterPart.Small small =>
            $"""<p style="margin:24px 0 0;color:{Quiet};font-size:14px;line-height:1.5">{Encode(small.Text)}</p>""",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part.GetType().Name, "A part without a form."),
    };

    private string Link(string label, string link) =>
        $"""<a href="{Encode(link)}" style="display:inline-block;padding:12px 24px;border-radius:12px;background:{_brand};color:{_brandInk};font-weight:600;text-decoration:none">{Encode(label)}</a>""";

    private static string Encode(string text) => _encoder.Encode(text);
}
