using System.Text.RegularExpressions;

namespace CompanyData.Redaction;

/// <summary>
/// Finds a secret where it is a word of its own: not within a longer word, nor within a code or an id, whose parts hyphens and underscores join.
/// </summary>
internal static class SecretWord
{
    /// <summary>What stands before a word inside JSON and addresses: an escaped character ends in letters or digits and is still no part of it.</summary>
    private static readonly Regex Escape = new(
        @"(\\[nrtbf]|\\u[0-9a-fA-F]{4}|%[0-9a-fA-F]{2})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private const int LongestEscape = 6;

    public static string Replace(string text, string word, string mask)
    {
        int at = 0;
        while ((at = text.IndexOf(word, at, StringComparison.Ordinal)) >= 0)
        {
            if (BeginsAt(text, at) && EndsAt(text, at + word.Length))
            {
                text = text.Substring(0, at) + mask + text.Substring(at + word.Length);
                at += mask.Length;
            }
            else
            {
                at++;
            }
        }

        return text;
    }

    public static bool BeginsAt(string text, int at)
    {
        if (at == 0 || !IsWord(text[at]) || !(IsWord(text[at - 1]) || (IsJoint(text[at - 1]) && at > 1 && IsWord(text[at - 2]))))
        {
            return true;
        }

        int start = Math.Max(0, at - LongestEscape);
        return Escape.Match(text, start, at - start).Success;
    }

    private static bool EndsAt(string text, int end)
        => end == text.Length || !IsWord(text[end - 1])
            || !(IsWord(text[end]) || (IsJoint(text[end]) && end + 1 < text.Length && IsWord(text[end + 1])));

    private static bool IsWord(char c) => char.IsLetterOrDigit(c);

    private static bool IsJoint(char c) => c is '-' or '_';
}
