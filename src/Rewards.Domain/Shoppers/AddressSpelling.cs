using System.Globalization;
using System.Text;

namespace Rewards.Domain.Shoppers;

/// <summary>
/// Brings the spellings of one postal address in the United States together, so that all who live there are one household: case,
/// accents, punctuation, blanks, the postal service's abbreviations (USPS Publication 28, appendices B, C1 and C2), ways to write a unit, and ZIP codes of
/// nine digits. Two different households are taken for one only where they write the same address. It is no proof that an address exists.
/// </summary>
public static class AddressSpelling
{
    private const string Unit = "#";
    private const string PostBox = "POBOX";

    // Of one meaning, in capitals: the first is kept.
    private static readonly Dictionary<string, string> _words = Words(
        "N NORTH", "S SOUTH", "E EAST", "W WEST", "NE NORTHEAST", "NW NORTHWEST", "SE SOUTHEAST", "SW SOUTHWEST",
        "ST STREET STR STRT SAINT", "AVE AVENUE AV AVEN AVENU AVN", "RD ROAD", "DR DRIVE DRIV DRV", "LN LANE", "BLVD BOULEVARD BOUL BOULV BLV",
        "CT COURT CRT", "PL PLACE", "CIR CIRCLE CIRC CRCL", "TER TERRACE TERR", "PKWY PARKWAY PKY PARKWY PKWAY", "HWY HIGHWAY HIGHWY HIWAY HWAY",
        "TRL TRAIL TR TRAILS", "SQ SQUARE SQR", "ALY ALLEY ALLY", "PLZ PLAZA PLZA", "XING CROSSING CRSSNG", "EXPY EXPRESSWAY EXPR", "FWY FREEWAY",
        "TPKE TURNPIKE TRNPK TURNPK", "HTS HEIGHTS HT", "MT MOUNT", "MTN MOUNTAIN", "FT FORT", "CV COVE", "PT POINT", "RDG RIDGE RDGE",
        "CRK CREEK", "HL HILL", "HLS HILLS", "HOLW HOLLOW HLLW", "RTE ROUTE RT", "STA STATION STN", "VLY VALLEY VLLY", "VW VIEW", "VLG VILLAGE VILL",
        "MNR MANOR", "GDNS GARDENS GRDNS", "GRV GROVE", "LK LAKE", "LKS LAKES", "MDWS MEADOWS", "ESTS ESTATES", "SPGS SPRINGS", "SPG SPRING",
        "BND BEND", "BR BRANCH", "BRG BRIDGE", "BYP BYPASS", "CSWY CAUSEWAY", "CTR CENTER CENTRE", "CLB CLUB", "CMN COMMON", "COR CORNER", "CRES CRESCENT",
        "GLN GLEN", "GRN GREEN", "HBR HARBOR", "IS ISLAND", "JCT JUNCTION", "LNDG LANDING", "ORCH ORCHARD", "SHR SHORE", "SMT SUMMIT", "WAY WY",
        "BLDG BUILDING BLD", "FL FLOOR FLR", "LOT", "REAR",
        "1 FIRST", "2 SECOND", "3 THIRD", "4 FOURTH", "5 FIFTH", "6 SIXTH", "7 SEVENTH", "8 EIGHTH", "9 NINTH", "10 TENTH", "11 ELEVENTH", "12 TWELFTH",
        $"{PostBox} POB", $"{Unit} APT APARTMENT APMT UNIT SUITE STE ROOM RM NUM NUMBER SPACE SPC DEPT");

    // After one of these a last word with a digit in it is a unit, whatever it is called: 12 Main St 4B.
    private static readonly HashSet<string> _streets =
        ["ST", "AVE", "RD", "DR", "LN", "BLVD", "CT", "PL", "CIR", "TER", "PKWY", "TRL", "SQ", "ALY", "PLZ", "WAY", "LOOP", "RUN", "PATH", "PIKE"];

    /// <summary>What an address's spellings have in common: number, street, unit and the first five digits of the ZIP code.</summary>
    /// <param name="street">House number and street, perhaps with the unit.</param>
    /// <param name="unit">The unit; may be empty.</param>
    /// <param name="zip">Digits, perhaps with a hyphen.</param>
    public static string Canonical(string street, string unit, string zip)
    {
        ArgumentNullException.ThrowIfNull(zip);
        var line = Tokens(street);
        if (!line.Contains(Unit) && line is [_, .., var kind, var last] && _streets.Contains(kind) && last.Any(char.IsAsciiDigit))
        {
            line.Insert(line.Count - 1, Unit);
        }

        var at = line.IndexOf(Unit);
        var (before, after) = at < 0 ? (line, "") : (line[..at], Joined(line[at..]));

        // Typed in both places it is one unit.
        var flat = Joined(Tokens(unit));
        after = after == flat ? flat : after + flat;
        var digits = zip.Where(char.IsAsciiDigit).Take(PostalAddress.ZipDigits);
        var place = Street(before);
        return $"{place}{(after.Length > 0 && !place.EndsWith(PostBox, StringComparison.Ordinal) ? Unit : "")}{after}|{string.Concat(digits)}";
    }

    /// <summary>The letters and digits of a text in one spelling: capitals without accents.</summary>
    public static string Letters(string text) => string.Concat(Plain(text).Where(char.IsLetterOrDigit));

    private static string Joined(IEnumerable<string> tokens) => string.Concat(tokens.Where(token => token != Unit));

    // The number stands apart from what follows it, so that 1 12th St is not 11 2nd St.
    private static string Street(List<string> tokens)
    {
        var joined = string.Concat(tokens).Replace("POSTOFFICEBOX", PostBox, StringComparison.Ordinal);
        var number = tokens.Count == 0 ? "" : string.Concat(tokens[0].TakeWhile(char.IsAsciiDigit));
        return $"{number}|{joined[number.Length..]}";
    }

    private static List<string> Tokens(string text) =>
        [.. Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WithoutOrdinal).Select(word => _words.GetValueOrDefault(word, word))];

    // Capitals without accents; points, apostrophes and hyphens join, all else parts.
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in Apart(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                plain.Append(Rune.ToUpperInvariant(rune));
            }
            else if (rune.Value == '#')
            {
                plain.Append(" # ");
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.DashPunctuation)
                && rune.Value is not ('.' or '\'' or '’' or 'ʼ' or '´' or '`'))
            {
                plain.Append(' ');
            }
        }

        return plain.ToString();
    }

    // 12½ is 12 1/2.
    private static string Apart(string text) => string.Concat(text.Select(c => char.GetUnicodeCategory(c) == UnicodeCategory.OtherNumber ? $" {c}" : $"{c}"));

    // 42nd is 42.
    private static string WithoutOrdinal(string word) =>
        word.Length > 2 && word[^2..] is "ST" or "ND" or "RD" or "TH" && word[..^2].All(char.IsAsciiDigit) ? word[..^2] : word;

    private static Dictionary<string, string> Words(params IEnumerable<string> lines) =>
        lines.Select(line => line.Split(' ')).SelectMany(line => line.Select(word => (word, line[0]))).ToDictionary(w => w.word, w => w.Item2);
}
