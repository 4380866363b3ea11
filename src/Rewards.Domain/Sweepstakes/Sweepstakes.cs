namespace Rewards.Domain.Sweepstakes;

/// <summary>Where a sweepstakes stands.</summary>
public enum SweepstakesStatus
{
    /// <summary>Taking entries during its period.</summary>
    Open = 1,

    /// <summary>Its entries are settled.</summary>
    Frozen = 2,

    /// <summary>The commitment is published.</summary>
    Committed = 3,

    /// <summary>Winners are known.</summary>
    Drawn = 4,
}

/// <summary>
/// A month's sweepstakes. An entry belongs to the one whose period its instant lies in; entries are settled a while after the
/// period has ended, so that none is still on its way.
/// </summary>
public sealed class MonthlySweepstakes
{
    private MonthlySweepstakes()
    {
    }

    /// <summary>Opens a month.</summary>
    /// <param name="drawId">As in the protocol, <c>2026-11-monthly</c>; unique.</param>
    /// <param name="opensAt">UTC, inclusive.</param>
    /// <param name="closesAt">UTC, exclusive.</param>
    /// <param name="rules">The official rules, as published and hashed.</param>
    /// <param name="prizes">One prize a line, in prize order, as published and hashed.</param>
    /// <param name="terms">What of the rules decides who may enter and how often; null for whoever wants to, as often as they want.</param>
    /// <param name="prizeTerms">What of the rules and prizes decides what a winner gets and until when to answer; null for 14 days and no values.</param>
    public MonthlySweepstakes(
        string drawId, DateTime opensAt, DateTime closesAt, string rules, string prizes, EntryTerms? terms = null, PrizeTerms? prizeTerms = null)
    {
        (EntriesAPerson, EntriesAHousehold, MinimumAge, VoidIn) = terms ?? EntryTerms.Any;
        ClaimDays = prizeTerms?.ClaimDays ?? PrizeTerms.UsualClaimDays;
        PrizeValues = string.Join(',', prizeTerms?.ValuesInCents ?? []);
        Sponsor = prizeTerms?.Sponsor ?? "";
        DrawId = drawId;
        OpensAt = opensAt;
        ClosesAt = closesAt;
        Rules = rules;
        Prizes = prizes;
        Status = SweepstakesStatus.Open;
    }

    /// <summary>Given by the database.</summary>
    public int Id { get; private set; }

    /// <summary>As in the protocol; unique.</summary>
    public string DrawId { get; private set; } = "";

    /// <summary>UTC, inclusive.</summary>
    public DateTime OpensAt { get; private set; }

    /// <summary>UTC, exclusive.</summary>
    public DateTime ClosesAt { get; private set; }

    /// <summary>The official rules, as published and hashed.</summary>
    public string Rules { get; private set; } = "";

    /// <summary>One prize a line, in prize order, as published and hashed.</summary>
    public string Prizes { get; private set; } = "";

    /// <summary>Entries of one person at most, by all ways together.</summary>
    public int EntriesAPerson { get; private set; }

    /// <summary>Entries of one household at most, by all ways together.</summary>
    public int EntriesAHousehold { get; private set; }

    /// <summary>Years of age that an entrant has at least.</summary>
    public int MinimumAge { get; private set; }

    /// <summary>The states where it is void, as <see cref="Shoppers.UsState.Join"/> writes them.</summary>
    public string VoidIn { get; private set; } = "";

    /// <summary>Who may enter and how often.</summary>
    public EntryTerms Terms => new(EntriesAPerson, EntriesAHousehold, MinimumAge, VoidIn);

    /// <summary>Days that a winner has to answer.</summary>
    public int ClaimDays { get; private set; }

    /// <summary>Retail value of each prize in cents, in prize order, with commas between.</summary>
    public string PrizeValues { get; private set; } = "";

    /// <summary>Who gives the prizes, as the rules name them; the chain where empty.</summary>
    public string Sponsor { get; private set; } = "";

    /// <summary>What a winner gets, and how long they have to answer.</summary>
    public PrizeTerms PrizeTerms => new(
        ClaimDays, [.. PrizeValues.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(v => int.Parse(v, System.Globalization.CultureInfo.InvariantCulture))], Sponsor);

    /// <summary>Where it stands.</summary>
    public SweepstakesStatus Status { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The month it is of: its draw id without what follows the month, yyyy-mm.</summary>
    public string Month => DrawId[..7];

    /// <summary>The draw id of a month.</summary>
    public static string DrawIdOf(int year, int month) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-monthly");

    /// <summary>The first day of the month that a draw id names.</summary>
    public static DateOnly FirstDayOf(string drawId)
    {
        ArgumentNullException.ThrowIfNull(drawId);
        return DateOnly.ParseExact(drawId[..7], "yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The prizes, in prize order.</summary>
    public IReadOnlyList<string> PrizeList => Prizes.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Moves it on; the use case has looked whether it may.</summary>
    public void MoveTo(SweepstakesStatus status)
    {
        Status = status;
        Version++;
    }
}

/// <summary>One chance of a person in a sweepstakes.</summary>
public sealed class SweepstakesEntry
{
    private SweepstakesEntry()
    {
    }

    /// <summary>Enters a person.</summary>
    /// <param name="id">16 bytes, UUIDv7 big-endian: what the entrant is given as a receipt.</param>
    /// <param name="sweepstakesId">Into which.</param>
    /// <param name="shopperId">Who.</param>
    /// <param name="source">By which way.</param>
    /// <param name="awardId">The award that gave it; unique.</param>
    /// <param name="enteredOn">In the programme's time zone.</param>
    /// <param name="householdId">Where they lived by what was known as they entered; null where nothing was.</param>
    public SweepstakesEntry(
        byte[] id, int sweepstakesId, Guid shopperId, EntrySource source, Guid? awardId, DateOnly enteredOn, Guid? householdId = null)
    {
        Id = id;
        SweepstakesId = sweepstakesId;
        ShopperId = shopperId;
        Source = source;
        AwardId = awardId;
        EnteredOn = enteredOn;
        HouseholdId = householdId;
    }

    /// <summary>16 bytes, UUIDv7 big-endian.</summary>
    public byte[] Id { get; private set; } = [];

    /// <summary>Into which.</summary>
    public int SweepstakesId { get; private set; }

    /// <summary>Who.</summary>
    public Guid ShopperId { get; private set; }

    /// <summary>By which way.</summary>
    public EntrySource Source { get; private set; }

    /// <summary>The award that gave it.</summary>
    public Guid? AwardId { get; private set; }

    /// <summary>In the programme's time zone.</summary>
    public DateOnly EnteredOn { get; private set; }

    /// <summary>Where they lived by what was known as they entered: what it is counted by beside the person.</summary>
    public Guid? HouseholdId { get; private set; }
}

/// <summary>What was frozen, committed to and drawn for a sweepstakes (docs/draw-protocol.md).</summary>
public sealed class Drawing
{
    /// <summary>The longest description or announced value, in UTF-16 units.</summary>
    public const int TextLength = 1000;

    private Drawing()
    {
    }

    /// <summary>Freezes the entries.</summary>
    /// <param name="sweepstakesId">Of which.</param>
    /// <param name="entryCount">Number of leaves.</param>
    /// <param name="root">Of the tree over them.</param>
    /// <param name="frozenAt">UTC.</param>
    /// <param name="frozenBy">The officer.</param>
    public Drawing(int sweepstakesId, long entryCount, byte[] root, DateTime frozenAt, Guid frozenBy)
    {
        SweepstakesId = sweepstakesId;
        EntryCount = entryCount;
        Root = root;
        FrozenAt = frozenAt;
        FrozenBy = frozenBy;
    }

    /// <summary>Given by the database.</summary>
    public int Id { get; private set; }

    /// <summary>Of which; unique.</summary>
    public int SweepstakesId { get; private set; }

    /// <summary>Number of leaves.</summary>
    public long EntryCount { get; private set; }

    /// <summary>Of the tree over them.</summary>
    public byte[] Root { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTime FrozenAt { get; private set; }

    /// <summary>The officer who froze the entries.</summary>
    public Guid FrozenBy { get; private set; }

    /// <summary>The bytes of the manifest; null until committed.</summary>
    public byte[]? Manifest { get; private set; }

    /// <summary>Its hash: what is published before the beacon is known.</summary>
    public byte[]? Commit { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? CommittedAt { get; private set; }

    /// <summary>The officer who committed.</summary>
    public Guid? CommittedBy { get; private set; }

    /// <summary>Of a ceremony: where the announced value will come from, described beforehand.</summary>
    public string? BeaconDescription { get; private set; }

    /// <summary>The round of drand's quicknet that was committed to; 0 for a ceremony, null until committed.</summary>
    public long? BeaconRound { get; private set; }

    /// <summary>When the beacon's value is due, UTC; at least an hour after the commitment.</summary>
    public DateTime? AnnouncementAt { get; private set; }

    /// <summary>Of a ceremony: the value announced.</summary>
    public string? Announced { get; private set; }

    /// <summary>Of a round of drand: its signature, 48 bytes, verified before anything was drawn.</summary>
    public byte[]? BeaconSignature { get; private set; }

    /// <summary>What all scores come from.</summary>
    public byte[]? Seed { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? DrawnAt { get; private set; }

    /// <summary>The officer who ran it.</summary>
    public Guid? DrawnBy { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The beacon that it was drawn by; null until then.</summary>
    public Beacon? Beacon() => BeaconSignature is not null ? new DrandQuicknet(BeaconRound!.Value, BeaconSignature)
        : Announced is not null ? new Ceremony(BeaconDescription!, Announced)
        : null;

    /// <summary>Publishes the commitment.</summary>
    public void CommitTo(byte[] manifest, byte[] commit, BeaconPlan beacon, DateTime at, Guid by)
    {
        Manifest = manifest;
        Commit = commit;
        BeaconDescription = beacon.Description;
        BeaconRound = beacon.Round;
        AnnouncementAt = beacon.DueAt;
        CommittedAt = at;
        CommittedBy = by;
        Version++;
    }

    /// <summary>Takes down the result.</summary>
    public void Run(Beacon beacon, byte[] seed, DateTime at, Guid by)
    {
        Announced = (beacon as Ceremony)?.Announced;
        BeaconSignature = beacon is DrandQuicknet drand ? Convert.FromHexString(drand.Signature) : null;
        Seed = seed;
        DrawnAt = at;
        DrawnBy = by;
        Version++;
    }
}

/// <summary>A place in a drawing's order: a winner where it has a prize, else an alternate.</summary>
public sealed class DrawingPlace
{
    private DrawingPlace()
    {
    }

    /// <summary>Takes a place down.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="drawingId">Of which drawing.</param>
    /// <param name="place">Counted from 1, winners first.</param>
    /// <param name="prize">What is won; null for an alternate.</param>
    /// <param name="entryId">The entry.</param>
    /// <param name="shopperId">The person.</param>
    public DrawingPlace(Guid id, int drawingId, int place, string? prize, byte[] entryId, Guid shopperId)
    {
        Id = id;
        DrawingId = drawingId;
        Place = place;
        Prize = prize;
        EntryId = entryId;
        ShopperId = shopperId;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>Of which drawing.</summary>
    public int DrawingId { get; private set; }

    /// <summary>Counted from 1, winners first.</summary>
    public int Place { get; private set; }

    /// <summary>What is won; null for an alternate.</summary>
    public string? Prize { get; private set; }

    /// <summary>The entry.</summary>
    public byte[] EntryId { get; private set; } = [];

    /// <summary>The person.</summary>
    public Guid ShopperId { get; private set; }
}
