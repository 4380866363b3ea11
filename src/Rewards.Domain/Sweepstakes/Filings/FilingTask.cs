namespace Rewards.Domain.Sweepstakes.Filings;

/// <summary>Something that a state asks for one sweepstakes, as the rule stood when it was put into the calendar.</summary>
public sealed class FilingTask
{
    /// <summary>The longest name of a rule, in UTF-16 units.</summary>
    public const int RuleLength = 60;

    /// <summary>The longest note, in UTF-16 units.</summary>
    public const int NoteLength = 300;

    private FilingTask()
    {
    }

    /// <summary>Puts it into the calendar.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="drawId">Of which sweepstakes; it need not be open yet. Unique with <paramref name="rule"/>.</param>
    /// <param name="rule">The rule's name in the settings.</param>
    /// <param name="asked">What it says.</param>
    /// <param name="dueOn">The last day on which it can be done, in the programme's time zone.</param>
    public FilingTask(Guid id, string drawId, string rule, FilingRule asked, DateOnly dueOn)
    {
        ArgumentNullException.ThrowIfNull(asked);
        Id = id;
        DrawId = drawId;
        Rule = rule;
        Place = asked.Place;
        Text = asked.Text;
        TextEs = asked.TextEs.Length > 0 ? asked.TextEs : asked.Text;
        Source = asked.Source;
        AsOf = asked.AsOf;
        DueOn = dueOn;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>Of which sweepstakes.</summary>
    public string DrawId { get; private set; } = "";

    /// <summary>The rule's name in the settings.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>The state.</summary>
    public string Place { get; private set; } = "";

    /// <summary>What is to be done.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The same in Spanish.</summary>
    public string TextEs { get; private set; } = "";

    /// <summary>Where it is written.</summary>
    public string Source { get; private set; } = "";

    /// <summary>When somebody last looked there.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>The last day on which it can be done, in the programme's time zone.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When marketing was written to, UTC; null where it was not.</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <summary>When it was said to be done, UTC; null while it is open.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>Who said so.</summary>
    public Guid? DoneBy { get; private set; }

    /// <summary>A file number or the like.</summary>
    public string? Note { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Notes that it is done.</summary>
    public void Do(string? note, Guid by, DateTime at)
    {
        (Note, DoneBy, DoneAt) = (note, by, at);
        Version++;
    }

    /// <summary>Opens it again.</summary>
    public void Reopen()
    {
        (Note, DoneBy, DoneAt) = (null, null, null);
        Version++;
    }
}
