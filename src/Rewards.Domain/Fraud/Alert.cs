namespace Rewards.Domain.Fraud;

/// <summary>What looks wrong (docs/fraud.md).</summary>
public enum AlertKind
{
    /// <summary>Many redemptions of one cashier were undone in a day.</summary>
    ManyReversals = 1,

    /// <summary>Redemptions of one cashier are undone right after they were made, again and again.</summary>
    QuickReversals = 2,

    /// <summary>One shopper gives feedback for many receipts of one register.</summary>
    SameShopper = 3,

    /// <summary>Another card than the one shown at the till was named for a receipt.</summary>
    SecondCard = 4,

    /// <summary>Somebody guesses codes.</summary>
    Guessing = 5,
}

/// <summary>That something looks wrong: for a person to look at. Once a kind, subject and day (a unique index).</summary>
public sealed class Alert
{
    /// <summary>The longest <see cref="Subject"/>.</summary>
    public const int SubjectLength = 120;

    /// <summary>The longest <see cref="Who"/>.</summary>
    public const int WhoLength = 120;

    /// <summary>The longest <see cref="Evidence"/>.</summary>
    public const int EvidenceLength = 4_000;

    /// <summary>The longest <see cref="Note"/>.</summary>
    public const int NoteLength = 300;

    private Alert()
    {
    }

    /// <summary>Raises it.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="kind">What looks wrong.</param>
    /// <param name="subject">Of whom; the same for the same.</param>
    /// <param name="who">The same in words.</param>
    /// <param name="storeNumber">Where; null where nowhere in particular.</param>
    /// <param name="count">How many times.</param>
    /// <param name="evidence">What was found, as JSON.</param>
    /// <param name="day">In the programme's time zone.</param>
    /// <param name="at">UTC.</param>
    public Alert(Guid id, AlertKind kind, string subject, string who, int? storeNumber, int count, string evidence, DateOnly day, DateTime at)
    {
        Id = id;
        Kind = kind;
        Subject = subject;
        Who = who;
        StoreNumber = storeNumber;
        Count = count;
        Evidence = evidence;
        Day = day;
        At = at;
    }

    /// <summary>Its name; the mail's subject.</summary>
    public Guid Id { get; private set; }

    /// <summary>What looks wrong.</summary>
    public AlertKind Kind { get; private set; }

    /// <summary>Of whom; the same for the same.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The same in words: a name, a card's last digits, a register.</summary>
    public string Who { get; private set; } = "";

    /// <summary>Where.</summary>
    public int? StoreNumber { get; private set; }

    /// <summary>How many times.</summary>
    public int Count { get; private set; }

    /// <summary>What was found, as JSON.</summary>
    public string Evidence { get; private set; } = "[]";

    /// <summary>In the programme's time zone.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>When somebody had looked at it, UTC; its own concurrency token.</summary>
    public DateTime? AcknowledgedAt { get; private set; }

    /// <summary>Who.</summary>
    public Guid? AcknowledgedById { get; private set; }

    /// <summary>What came of it.</summary>
    public string? Note { get; private set; }

    /// <summary>Notes that somebody has looked at it; saving fails where another did since it was read.</summary>
    public void Acknowledge(Guid by, string note, DateTime at) => (AcknowledgedById, Note, AcknowledgedAt) = (by, note, at);
}

/// <summary>There is no such alert.</summary>
public sealed record AlertUnknown() : Error("alert-unknown", ErrorKind.NotFound);

/// <summary>Somebody closed it before.</summary>
public sealed record AlertAlreadyAcknowledged() : Error("alert-already-acknowledged", ErrorKind.Conflict);

/// <summary>What came of it was not said, or at too great length.</summary>
/// <param name="Longest">In characters.</param>
public sealed record AlertNoteInvalid(int Longest) : Error("alert-note-invalid", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string? Field => "note";

    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Longest];
}
