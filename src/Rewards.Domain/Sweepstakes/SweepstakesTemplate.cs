namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// What the months that are not open yet are opened with, as the office wrote it. Each version is a row of its own and is never changed;
/// the last one counts, and where there is none, the settings.
/// </summary>
public sealed class SweepstakesTemplate
{
    /// <summary>The longest sponsor or address, in UTF-16 units.</summary>
    public const int TextLength = 300;

    /// <summary>The most kinds of prizes.</summary>
    public const int MostKinds = 50;

    /// <summary>The least and the most years of age that can be asked for.</summary>
    public static readonly (int Least, int Most) Ages = (13, 99);

    /// <summary>The least and the most days to answer.</summary>
    public static readonly (int Least, int Most) Days = (1, 365);

    /// <summary>The most entries of a person or a household.</summary>
    public const int MostEntries = 10_000;

    private SweepstakesTemplate()
    {
    }

    /// <summary>Writes a version.</summary>
    /// <param name="number">From 1; unique, so of two people who write at once one does.</param>
    /// <param name="sponsor">Name and postal address, for the rules; the chain's name where empty.</param>
    /// <param name="mailInAddress">Where free entries are mailed to.</param>
    /// <param name="terms">Who may enter and how often.</param>
    /// <param name="claimDays">Days that a winner has to answer.</param>
    /// <param name="prizes">Kinds of prizes, as JSON.</param>
    /// <param name="by">The officer.</param>
    /// <param name="at">UTC.</param>
    public SweepstakesTemplate(
        int number, string sponsor, string mailInAddress, EntryTerms terms, int claimDays, string prizes, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(terms);
        (EntriesAPerson, EntriesAHousehold, MinimumAge, VoidIn) = terms;
        Number = number;
        Sponsor = sponsor;
        MailInAddress = mailInAddress;
        ClaimDays = claimDays;
        Prizes = prizes;
        By = by;
        At = at;
    }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>Name and postal address, for the rules; the chain's name where empty.</summary>
    public string Sponsor { get; private set; } = "";

    /// <summary>Where free entries are mailed to.</summary>
    public string MailInAddress { get; private set; } = "";

    /// <summary>Entries of one person at most, by all ways together.</summary>
    public int EntriesAPerson { get; private set; }

    /// <summary>Entries of one household at most, by all ways together.</summary>
    public int EntriesAHousehold { get; private set; }

    /// <summary>Years of age that an entrant has at least.</summary>
    public int MinimumAge { get; private set; }

    /// <summary>The states where it is void, as <see cref="Shoppers.UsState.Join"/> writes them.</summary>
    public string VoidIn { get; private set; } = "";

    /// <summary>Days that a winner has to answer.</summary>
    public int ClaimDays { get; private set; }

    /// <summary>Kinds of prizes, as JSON.</summary>
    public string Prizes { get; private set; } = "";

    /// <summary>The officer.</summary>
    public Guid By { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}
