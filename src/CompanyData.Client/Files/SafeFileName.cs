using System.Text;
using System.Text.RegularExpressions;

namespace CompanyData.Files;

/// <summary>Turns a name sent by a service into a valid file name that cannot leave the folder chosen by the user.</summary>
internal static class SafeFileName
{
    /// <summary>In bytes. File systems allow about 255, and the temporary name is longer than the final one.</summary>
    private const int MaxName = 180;

    private static readonly char[] Invalid = [.. Path.GetInvalidFileNameChars(), .. "<>:\"|?*"];

    /// <summary>Names that Windows treats as devices, with any extension.</summary>
    private static readonly Regex Device = new(
        @"\A(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])\s*(\.|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>
    /// Returns the last part of a path without characters that are invalid or special in a file system, a shell or a terminal. A name that
    /// would be a hidden file, an option of a command, a home folder or a device gets an underscore in front.
    /// </summary>
    /// <returns>Null if no character is left.</returns>
    public static string? From(string name)
    {
        string last = name.Split('/', '\\').Last();
        string safe = new([.. last.Where(c => !Invalid.Contains(c) && !TerminalSafeText.DrivesTerminal(c))]);
        safe = Shortened(safe.TrimStart().TrimEnd('.', ' '));
        return safe.Length == 0 ? null
            : safe[0] is '.' or '-' or '~' || Device.IsMatch(safe) ? $"_{safe}"
            : safe;
    }

    /// <summary>Adds a text in brackets before the extension.</summary>
    public static string Add(string name, string text)
    {
        const int MaxText = 64;
        string extension = Path.GetExtension(name);
        string end = $" ({Cut(From(text) ?? "2", MaxText)}){extension}";
        return Cut(name.Substring(0, name.Length - extension.Length), MaxName - Encoding.UTF8.GetByteCount(end)) + end;
    }

    private static string Shortened(string name)
    {
        const int MaxExtension = 16;
        string extension = Path.GetExtension(name);
        extension = extension.Length > MaxExtension ? string.Empty : extension;
        return (Cut(name.Substring(0, name.Length - extension.Length), MaxName - Encoding.UTF8.GetByteCount(extension)) + extension).TrimEnd('.', ' ');
    }

    /// <summary>Truncates a text to a number of UTF-8 bytes without splitting a character.</summary>
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
