using System.Text;
using System.Text.Unicode;

namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// Walks over UTF-8 text that has one form only. Each step answers whether the text goes on as asked for and never throws;
/// after a "no" the place is undefined. What was read is to be rendered again and compared, which settles the rest.
/// </summary>
/// <param name="text">The text, from a stranger.</param>
public ref struct CanonicalScanner(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;

    /// <summary>Whether everything has been walked over.</summary>
    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>Whether exactly these characters of ASCII come next.</summary>
    public bool Literal(ReadOnlySpan<char> expected)
    {
        if (_rest.Length < expected.Length || !Ascii.Equals(_rest[..expected.Length], expected))
        {
            return false;
        }

        _rest = _rest[expected.Length..];
        return true;
    }

    /// <summary>Whether hexadecimal digits in lower case come next, as many as fill the bytes.</summary>
    public bool Hex(scoped Span<byte> bytes)
    {
        if (_rest.Length < 2 * bytes.Length)
        {
            return false;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            var (high, low) = (Digit(_rest[2 * i]), Digit(_rest[(2 * i) + 1]));
            if (high < 0 || low < 0)
            {
                return false;
            }

            bytes[i] = (byte)((high << 4) | low);
        }

        _rest = _rest[(2 * bytes.Length)..];
        return true;
    }

    /// <summary>Whether a number comes next: decimal, no sign, no leading zero, at most 18 digits.</summary>
    public bool Number(out long number)
    {
        const int MostDigits = 18;
        number = 0;
        var digits = 0;
        for (; digits < _rest.Length && digits <= MostDigits && _rest[digits] is >= (byte)'0' and <= (byte)'9'; digits++)
        {
            number = (number * 10) + (_rest[digits] - '0');
        }

        if (digits is 0 or > MostDigits || (digits > 1 && _rest[0] == '0'))
        {
            return false;
        }

        _rest = _rest[digits..];
        return true;
    }

    /// <summary>Whether a JSON text in quotation marks comes next, of well-formed UTF-8.</summary>
    public bool Text(out string text)
    {
        text = "";
        if (_rest.IsEmpty || _rest[0] != '"')
        {
            return false;
        }

        var length = 1;
        while (length < _rest.Length && _rest[length] != '"')
        {
            length += _rest[length] == '\\' ? 2 : 1;
        }

        if (length >= _rest.Length || !Utf8.IsValid(_rest[1..length]) || Unescape(_rest[1..length]) is not { } unescaped)
        {
            return false;
        }

        text = unescaped;
        _rest = _rest[(length + 1)..];
        return true;
    }

    private static int Digit(byte character) => character switch
    {
        >= (byte)'0' and <= (byte)'9' => character - '0',
        >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
        _ => -1,
    };

    private static string? Unescape(ReadOnlySpan<byte> quoted)
    {
        var raw = Encoding.UTF8.GetString(quoted);
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            var escaped = EscapedAt(raw, ref i);
            if (escaped is null)
            {
                return null;
            }

            text.Append(escaped);
        }

        return text.ToString();
    }

    // Only the escapes that CanonicalJson.Quote writes.
    private static char? EscapedAt(string raw, ref int at)
    {
        at++;
        switch (at < raw.Length ? raw[at] : '\0')
        {
            case '"' or '\\':
                return raw[at];
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when at + 4 < raw.Length && raw.AsSpan(at + 1, 2) is "00"
                && raw[at + 3] is '0' or '1' && char.IsAsciiHexDigitLower(raw[at + 4]):
                at += 4;
                return (char)(((raw[at - 1] - '0') << 4) | Convert.ToInt32(raw[at].ToString(), 16));
            default:
                return null;
        }
    }
}
