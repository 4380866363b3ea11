namespace Rewards.Domain;

/// <summary>Text of one line that can be shown and stored anywhere: no control characters, no half surrogates.</summary>
public static class PlainText
{
    /// <summary>Whether a text is plain and within its length.</summary>
    /// <param name="text">As given.</param>
    /// <param name="shortest">In UTF-16 units.</param>
    /// <param name="longest">In UTF-16 units.</param>
    public static bool IsOf(string? text, int shortest, int longest)
    {
        if (text is null || text.Length < shortest || text.Length > longest)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || char.IsControl(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
