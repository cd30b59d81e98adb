using System.Text;
using Microsoft.VisualBasic.FileIO;

namespace CompanyData.Quickstart;

/// <summary>Reads and writes CSV files without PowerShell's cmdlets.</summary>
internal static class Csv
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string path)
    {
        using TextFieldParser parser = new(path, Encoding.UTF8) { Delimiters = [","] };
        string[] header = parser.ReadFields() ?? [];
        while (parser.ReadFields() is { } cells)
        {
            yield return header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.OrdinalIgnoreCase);
        }
    }

    public static Task WriteAsync(string path, IEnumerable<string> header, IEnumerable<string?[]> rows)
        => File.WriteAllLinesAsync(path, rows.Prepend([.. header]).Select(row => string.Join(",", row.Select(Quote))), Encoding.UTF8);

    private static string Quote(string? cell) => $"\"{cell?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
