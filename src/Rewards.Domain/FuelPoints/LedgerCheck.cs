namespace Rewards.Domain.FuelPoints;

/// <summary>A line of the ledger, as the check takes it.</summary>
/// <param name="ShopperId">Whose.</param>
/// <param name="LotNumber">yyyymm.</param>
/// <param name="Sequence">Within the lot.</param>
/// <param name="Kind">Why.</param>
/// <param name="Points">What moved.</param>
/// <param name="BalanceAfter">What the line says is held after it.</param>
public readonly record struct LedgerLine(Guid ShopperId, int LotNumber, int Sequence, PostingKind Kind, int Points, int BalanceAfter);

/// <summary>
/// Recomputes every balance from its lines, which come in order of shopper, lot and sequence: sequences without a gap, each
/// balance the sum so far, and none that falls below zero but by a refund.
/// </summary>
public sealed class LedgerAudit
{
    private (Guid Shopper, int Lot) _lot;
    private int _sequence;
    private long _balance;

    /// <summary>Lines so far.</summary>
    public long Lines { get; private set; }

    /// <summary>Lots so far.</summary>
    public long Lots { get; private set; }

    /// <summary>What all lots hold together.</summary>
    public long Points { get; private set; }

    /// <summary>Lines that do not agree.</summary>
    public long Faults { get; private set; }

    /// <summary>The first of them, in English; null where all agree.</summary>
    public string? FirstFault { get; private set; }

    /// <summary>Takes the next line.</summary>
    public void Take(LedgerLine line)
    {
        if (_lot != (line.ShopperId, line.LotNumber))
        {
            _lot = (line.ShopperId, line.LotNumber);
            (_sequence, _balance) = (0, 0);
            Lots++;
        }

        var expected = _balance + line.Points;
        var wrong =
            line.Sequence != _sequence + 1 ? $"line {line.Sequence} follows line {_sequence}"
            : line.BalanceAfter != expected ? $"line {line.Sequence} says {line.BalanceAfter}, its lines make {expected}"
            : line is { Points: < 0, BalanceAfter: < 0 } && line.Kind != PostingKind.TakenBack ? $"line {line.Sequence} falls below zero by {line.Kind}"
            : null;
        if (wrong is not null)
        {
            Faults++;
            FirstFault ??= $"shopper {line.ShopperId}, lot {line.LotNumber}: {wrong}";
        }

        Lines++;
        Points += line.Points;
        _sequence = line.Sequence;
        _balance = expected;
    }
}

/// <summary>What a check of the whole ledger found. Never changed or deleted; the last one is what counts.</summary>
public sealed class LedgerCheck
{
    /// <summary>The longest description of a fault.</summary>
    public const int FaultLength = 200;

    private LedgerCheck()
    {
    }

    /// <summary>Takes down what was found.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="audit">What was found.</param>
    /// <param name="startedAt">UTC.</param>
    /// <param name="finishedAt">UTC.</param>
    public LedgerCheck(Guid id, LedgerAudit audit, DateTime startedAt, DateTime finishedAt)
    {
        Id = id;
        Lines = audit.Lines;
        Lots = audit.Lots;
        Points = audit.Points;
        Faults = audit.Faults;
        FirstFault = audit.FirstFault is { Length: > FaultLength } text ? text[..FaultLength] : audit.FirstFault;
        StartedAt = startedAt;
        FinishedAt = finishedAt;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>Lines read.</summary>
    public long Lines { get; private set; }

    /// <summary>Lots recomputed.</summary>
    public long Lots { get; private set; }

    /// <summary>What all lots hold together.</summary>
    public long Points { get; private set; }

    /// <summary>Lines that do not agree.</summary>
    public long Faults { get; private set; }

    /// <summary>The first of them, in English.</summary>
    public string? FirstFault { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime FinishedAt { get; private set; }
}
