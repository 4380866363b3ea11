using System.Globalization;
using Rewards.Domain.Audit;
using static System.FormattableString;

namespace Rewards.Application.Audit;

/// <summary>What a verification found.</summary>
/// <param name="Head">The end of the chain as far as each link follows from the one before.</param>
/// <param name="Faults">What was changed, put in or taken out.</param>
/// <param name="Dates">What stands in the chain with a date that does not fit, and that nobody has explained.</param>
/// <param name="Explained">How many such dates somebody has explained.</param>
public sealed record AuditVerdict(AuditHead Head, AuditFindings Faults, AuditDates Dates, long Explained)
{
    /// <summary>The first thing that does not agree, in English; null where all does.</summary>
    public string? Fault => Faults.First ?? Dates.First;

    /// <summary>Whether nothing is wrong but dates.</summary>
    public bool IsOfDates => Faults.Count == 0 && Dates.Count > 0;

    /// <summary>All of it in a line; null where all agrees.</summary>
    public string? Summary => (Faults.Count, Dates.Count) switch
    {
        (0, 0) => null,
        (0, _) => $"{Dates.Counts}; the first: {Dates.First}",
        (1, 0) => Faults.First,
        (_, 0) => Invariant($"{Faults.First}; and {Faults.Count - 1} more"),
        _ => Invariant($"{Faults.First}; and {Faults.Count - 1} more; {Dates.Counts}"),
    };
}

/// <summary>What does not agree: all of it counted, the first told.</summary>
public class AuditFindings
{
    /// <summary>How many are told.</summary>
    public const int MostTold = 10;

    private readonly List<string> _told = [];

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>The first of them, in English.</summary>
    public IReadOnlyList<string> Told => _told;

    /// <summary>The first; null where there is none.</summary>
    public string? First => _told.Count > 0 ? _told[0] : null;

    /// <summary>Adds one.</summary>
    /// <param name="text">In English.</param>
    public void Add(string text)
    {
        Count++;
        if (_told.Count < MostTold)
        {
            _told.Add(text);
        }
    }
}

/// <summary>How a date does not fit.</summary>
public enum AuditDate
{
    /// <summary>A row that says it is older than what was linked before it: put in later, or by a clock that is slow.</summary>
    RowBehind,

    /// <summary>A row that says it was written after it was linked: by a clock that is fast.</summary>
    RowAhead,

    /// <summary>A link older than the one before it: one of the two was made by a wrong clock.</summary>
    LinkBehind,

    /// <summary>A link that is still to come.</summary>
    LinkAhead,
}

/// <summary>Dates that do not fit, counted by how.</summary>
public sealed class AuditDates : AuditFindings
{
    private readonly long[] _counts = new long[Enum.GetValues<AuditDate>().Length];

    /// <summary>How many there are of each, in English.</summary>
    public string Counts => string.Join(", ", Enum.GetValues<AuditDate>().Where(d => Of(d) > 0).Select(d => string.Create(
        CultureInfo.InvariantCulture, $"{Of(d)} {(d is AuditDate.RowBehind or AuditDate.RowAhead ? "row" : "link")}(s) dated {Words(d)}")));

    /// <summary>How many there are of one kind.</summary>
    public long Of(AuditDate date) => _counts[(int)date];

    /// <summary>Adds one.</summary>
    /// <param name="date">How it does not fit.</param>
    /// <param name="text">In English.</param>
    public void Add(AuditDate date, string text)
    {
        _counts[(int)date]++;
        Add(text);
    }

    private static string Words(AuditDate date) => date switch
    {
        AuditDate.RowBehind => "before what was linked before",
        AuditDate.RowAhead => "ahead of the clock that linked them",
        AuditDate.LinkBehind => "before the link before",
        AuditDate.LinkAhead => "ahead of now",
        _ => throw new ArgumentOutOfRangeException(nameof(date), date, "No such date."),
    };
}
