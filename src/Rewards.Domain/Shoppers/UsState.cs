using System.Diagnostics.CodeAnalysis;

namespace Rewards.Domain.Shoppers;

/// <summary>One of the 50 United States, or the District of Columbia: where a sweepstakes can be entered from.</summary>
/// <param name="Code">The two letters of the postal service (USPS Publication 28, appendix B).</param>
/// <param name="Name">In English.</param>
public sealed record UsState(string Code, string Name)
{
    private const char BetweenCodes = ' ';

    private static readonly char[] _betweenNames = [',', ';', '&', '\n'];

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<UsState> All { get; } =
    [
        new("AL", "Alabama"), new("AK", "Alaska"), new("AZ", "Arizona"), new("AR", "Arkansas"), new("CA", "California"),
        new("CO", "Colorado"), new("CT", "Connecticut"), new("DE", "Delaware"), new("DC", "District of Columbia"), new("FL", "Florida"),
        new("GA", "Georgia"), new("HI", "Hawaii"), new("ID", "Idaho"), new("IL", "Illinois"), new("IN", "Indiana"),
        new("IA", "Iowa"), new("KS", "Kansas"), new("KY", "Kentucky"), new("LA", "Louisiana"), new("ME", "Maine"),
        new("MD", "Maryland"), new("MA", "Massachusetts"), new("MI", "Michigan"), new("MN", "Minnesota"), new("MS", "Mississippi"),
        new("MO", "Missouri"), new("MT", "Montana"), new("NE", "Nebraska"), new("NV", "Nevada"), new("NH", "New Hampshire"),
        new("NJ", "New Jersey"), new("NM", "New Mexico"), new("NY", "New York"), new("NC", "North Carolina"), new("ND", "North Dakota"),
        new("OH", "Ohio"), new("OK", "Oklahoma"), new("OR", "Oregon"), new("PA", "Pennsylvania"), new("RI", "Rhode Island"),
        new("SC", "South Carolina"), new("SD", "South Dakota"), new("TN", "Tennessee"), new("TX", "Texas"), new("UT", "Utah"),
        new("VT", "Vermont"), new("VA", "Virginia"), new("WA", "Washington"), new("WV", "West Virginia"), new("WI", "Wisconsin"),
        new("WY", "Wyoming"),
    ];

    /// <summary>Finds a state by its letters or its name, in any case.</summary>
    public static bool TryFind(string? text, [NotNullWhen(true)] out UsState? state)
    {
        var typed = text?.Trim();
        state = All.FirstOrDefault(s =>
            string.Equals(s.Code, typed, StringComparison.OrdinalIgnoreCase) || string.Equals(s.Name, typed, StringComparison.OrdinalIgnoreCase));
        return state is not null;
    }

    /// <summary>Reads a list as a setting has it: names or letters with commas between. Null where one of them is no state.</summary>
    public static IReadOnlyList<UsState>? ReadList(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var states = new List<UsState>();
        foreach (var part in text.Split(_betweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!TryFind(part, out var state))
            {
                return null;
            }

            states.Add(state);
        }

        return states;
    }

    /// <summary>The letters of some states with blanks between, in their order: what the database stores.</summary>
    public static string Join(IEnumerable<UsState> states) =>
        string.Join(BetweenCodes, states.Select(s => s.Code).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Whether a state is among those that <see cref="Join"/> wrote.</summary>
    public bool IsIn(string codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return codes.Split(BetweenCodes).Contains(Code);
    }
}
