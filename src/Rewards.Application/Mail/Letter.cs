namespace Rewards.Application.Mail;

/// <summary>
/// What a mail says, before it is set as text and as HTML: both are made of the same parts, so that they say the same.
/// </summary>
/// <param name="Subject">One line.</param>
/// <param name="Parts">From top to bottom.</param>
public sealed record Letter(string Subject, IReadOnlyList<LetterPart> Parts);

/// <summary>A part of a <see cref="Letter"/>.</summary>
public abstract record LetterPart
{
    private LetterPart()
    {
    }

    /// <summary>What the letter is about; one a letter, first.</summary>
    public sealed record Title(string Text) : LetterPart;

    /// <summary>A heading within.</summary>
    public sealed record Heading(string Text) : LetterPart;

    /// <summary>Running text.</summary>
    public sealed record Paragraph(string Text) : LetterPart;

    /// <summary>A voucher.</summary>
    /// <param name="Value">Money.</param>
    /// <param name="Until">The last day, beside the value.</param>
    /// <param name="Terms">What else it depends on; may be empty.</param>
    /// <param name="What">What it is good for.</param>
    /// <param name="Code">The plain code.</param>
    /// <param name="Label">Of the link.</param>
    /// <param name="Link">To the voucher's page.</param>
    public sealed record Ticket(string Value, string Until, string Terms, string What, string Code, string Label, string Link) : LetterPart;

    /// <summary>Something earned: how much, of what, and why.</summary>
    public sealed record Earning(string Number, string What, string Why) : LetterPart;

    /// <summary>A value to keep, with its name.</summary>
    public sealed record Fact(string Name, string Value) : LetterPart;

    /// <summary>What to do next.</summary>
    public sealed record Button(string Label, string Link) : LetterPart;

    /// <summary>Small print.</summary>
    public sealed record Small(string Text) : LetterPart;
}
