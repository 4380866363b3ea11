using System.Globalization;
using System.Text;

namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// The one way in which the protocol writes a JSON text, so that nothing in a bundle can be changed without showing: as
/// RFC 8785 does, only the quotation mark, the backslash and control characters are escaped (docs/draw-protocol.md §12).
/// </summary>
public static class CanonicalJson
{
    /// <summary>The text in quotation marks, escaped where it must be and nowhere else.</summary>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }
}
