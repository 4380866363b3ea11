using Rewards.Domain.Codes;

namespace Rewards.Domain.Receipts;

/// <summary>What a typed receipt code turned out to be: valid, a slip of the finger, or forged.</summary>
public abstract record ReceiptCodeReading
{
    private ReceiptCodeReading()
    {
    }

    /// <summary>The code was printed by one of our tills.</summary>
    /// <param name="Key">The purchase that it stands for. Whether that is recent enough is not the code's business.</param>
    /// <param name="Code">The code in its canonical form, <c>XXXX-XXXX-XXXX-XXXX</c>.</param>
    public sealed record Valid(ReceiptKey Key, string Code) : ReceiptCodeReading;

    /// <summary>The code was mistyped: say so at once; it does not count as an attempt.</summary>
    /// <param name="What">What is wrong, and in which group if that can be told.</param>
    public sealed record Slip(CodeSlip What) : ReceiptCodeReading;

    /// <summary>
    /// The check symbol holds but no till of ours printed this: it counts against the throttles, and the shopper sees the
    /// message of an unknown code (docs/protocols.md §1).
    /// </summary>
    public sealed record Forged : ReceiptCodeReading;
}
