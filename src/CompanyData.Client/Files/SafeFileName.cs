using System.Text;
using System.Text.RegularExpressions;

namespace CompanyData.Files;

/// <summary>Makes of what a service says a name that a file may have in the folder that the user chose, and in no other.</summary>
internal static class SafeFileName
{
    /// <summary>File systems take some 255 bytes, and the temporary name is longer than the file's own.</summary>
    private const int LongestName = 180;

    private static readonly char[] Invalid = [.. Path.GetInvalidFileNameChars(), .. "<>:\"|?*"];

    /// <summary>Windows takes these for devices, whatever extension follows.</summary>
    private static readonly Regex Device = new(
        @"\A(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])\s*(\.|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>
    /// Only the last part of a path, without what a file system, a shell or a terminal might take amiss: a name that would be a hidden
    /// file, an option of a command, a home folder or a device gets a line before it.
    /// </summary>
    /// <returns>Null where nothing is left.</returns>
    public static string? From(string name)
    {
        string last = name.Split('/', '\\').Last();
        string safe = new([.. last.Where(c => !Invalid.Contains(c) && !TerminalSafeText.DrivesTerminal(c))]);
        safe = Shortened(safe.TrimStart().TrimEnd('.', ' '));
        return safe.Length == 0 ? null
            : safe[0] is '.' or '-' or '~' || Device.IsMatch(safe) ? $"_{safe}"
            : safe;
    }

    /// <summary>The name with something in brackets before its extension.</summary>
    public static string Add(string name, string text)
    {
        const int LongestText = 64;
        string extension = Path.GetExtension(name);
        string end = $" ({Cut(From(text) ?? "2", LongestText)}){extension}";
        return Cut(name.Substring(0, name.Length - extension.Length), LongestName - Encoding.UTF8.GetByteCount(end)) + end;
    }

    private static string Shortened(string name)
    {
        const int LongestExtension = 16;
        string extension = Path.GetExtension(name);
        extension = extension.Length > LongestExtension ? string.Empty : extension;
        return (Cut(name.Substring(0, name.Length - extension.Length), LongestName - Encoding.UTF8.GetByteCount(extension)) + extension).TrimEnd('.', ' ');
    }

    /// <summary>As much of the text as fits into so many bytes of UTF-8, without half a character.</summary>
    private static string Cut(string text, int bytes)
    {
        while (text.Length > 0 && Encoding.UTF8.GetByteCount(text) > bytes)
        {
            int last = text.Length - 1;
            text = text.Substring(0, last > 0 && char.IsSurrogatePair(text[last - 1], text[last]) ? last - 1 : last);
        }

        return text;
    }
}
