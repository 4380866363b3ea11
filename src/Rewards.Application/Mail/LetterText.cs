namespace Rewards.Application.Mail;

/// <summary>A letter as plain text.</summary>
internal static class LetterText
{
    /// <summary>Sets a letter, with the chain's name above it.</summary>
    public static string Of(Letter letter, ChainSettings chain) =>
        string.Join("\n\n", letter.Parts.Select(Of).Prepend(chain.Name)) + "\n";

    private static string Of(LetterPart part) => part switch
    {
        LetterPart.Title title => $"{title.Text}\n{new string('=', title.Text.Length)}",
        LetterPart.Heading heading => $"{heading.Text}\n{new string('-', heading.Text.Length)}",
        LetterPart.Paragraph paragraph => paragraph.Text,
        LetterPart.Ticket ticket => $"{ticket.Value} {ticket.What}\n{ticket.Until}{(ticket.Terms.Length == 0 ? "" : "\n" + ticket.Terms)}\n\n    {ticket.Code}\n\n{ticket.Label}:\n{ticket.Link}",
        LetterPart.Earning earning => $"* {earning.Number} {earning.What}\n  {earning.Why}",
        LetterPart.Fact fact => $"{fact.Name}: {fact.Value}",
        LetterPart.Button button => $"{button.Label}:\n{button.Link}",
        LetterPart.Small small => small.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part.GetType().Name, "A part without a form."),
    };
}
