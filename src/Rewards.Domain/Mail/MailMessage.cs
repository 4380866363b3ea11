namespace Rewards.Domain.Mail;

/// <summary>What a mail is about; its words are resources of that name.</summary>
public enum MailKind
{
    /// <summary>What a response earned.</summary>
    Awards = 1,

    /// <summary>A one-time way into My rewards.</summary>
    SignIn = 2,

    /// <summary>A prize was won.</summary>
    Winner = 3,

    /// <summary>Points or a voucher end soon.</summary>
    Reminder = 4,

    /// <summary>To marketing: a promotion's budget is nearly or wholly spent.</summary>
    BudgetAlarm = 5,

    /// <summary>Another voucher for one that was lost.</summary>
    Reissue = 8,

    /// <summary>The receipt of a free entry.</summary>
    FreeEntry = 9,

    /// <summary>To marketing and administrators: something looks wrong.</summary>
    FraudAlert = 6,

    /// <summary>To marketing: what a state asks for a sweepstakes is due.</summary>
    Filing = 10,

    /// <summary>To a winner: the answer has come in.</summary>
    PrizeAnswered = 20,

    /// <summary>To a winner: the prize, as a voucher.</summary>
    PrizeVoucher = 21,
}

/// <summary>
/// A mail to be sent: written in the transaction it tells of, sent afterwards by whichever node takes its lease. It names what
/// it is about and holds no secret: codes and links are put in when it is sent.
/// </summary>
public sealed class OutboxMail
{
    private OutboxMail()
    {
    }

    /// <summary>Queues a mail.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="kind">What it is about.</param>
    /// <param name="subjectId">The response, sign-in link, winning place, alarm, reminder or voucher it tells of.</param>
    /// <param name="recipient">An e-mail address.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="queuedAt">UTC.</param>
    public OutboxMail(Guid id, MailKind kind, Guid subjectId, string recipient, string language, DateTime queuedAt)
    {
        Id = id;
        Kind = kind;
        SubjectId = subjectId;
        Recipient = recipient;
        Language = language;
        QueuedAt = queuedAt;

        // Someone waits for a way in: it goes before whatever else has piled up.
        DueAt = kind == MailKind.SignIn ? queuedAt.AddDays(-1) : queuedAt;
    }

    /// <summary>Its name, also the mail's Message-ID, so that a mail sent twice can be told.</summary>
    public Guid Id { get; private set; }

    /// <summary>What it is about.</summary>
    public MailKind Kind { get; private set; }

    /// <summary>The response, sign-in link, winning place, alarm, reminder or voucher it tells of.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>An e-mail address.</summary>
    public string Recipient { get; private set; } = "";

    /// <summary>Two letters.</summary>
    public string Language { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime QueuedAt { get; private set; }

    /// <summary>When it is next tried, UTC; a node that takes it moves this on (its lease); null once sent or given up.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it was handed over, UTC.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>What the last failure said.</summary>
    public string? LastError { get; private set; }
}
