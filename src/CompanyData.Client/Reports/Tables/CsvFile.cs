using System.Globalization;
using System.Text;

namespace CompanyData.Reports;

/// <summary>A table as CSV (RFC 4180): dates as ISO 8601 has them, and a byte order mark, by which Excel knows UTF-8.</summary>
internal static class CsvFile
{
    private const int BufferSize = 64 * 1024;

    private const string Quoted = ",\"\r\n";

    /// <summary>A spreadsheet takes text that begins so for a formula, or for the end of the cell before.</summary>
    private const string Formula = "=+-@\t\r";

    /// <param name="path">The target.</param>
    /// <param name="overwrite">Whether a file that is there already is replaced.</param>
    /// <param name="headers">Of the columns.</param>
    /// <param name="rows">The cells.</param>
    /// <param name="allowFormula">Whether text that a spreadsheet would take for a formula stays as it is; else an apostrophe stands before it.</param>
    /// <param name="cancellationToken">Ends it; nothing is left behind.</param>
    public static Task SaveAsync(string path, bool overwrite, IEnumerable<string> headers, IEnumerable<object?[]> rows, bool allowFormula, CancellationToken cancellationToken) => PrivateFile.SaveAsync(
        path,
        overwrite,
        async file =>
        {
            using StreamWriter writer = new(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), BufferSize, leaveOpen: true);
            writer.NewLine = "\r\n";
            await writer.WriteLineAsync(string.Join(",", headers.Select(Quote))).ConfigureAwait(false);
            foreach (object?[] row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await writer.WriteLineAsync(string.Join(",", row.Select(cell => Write(cell, allowFormula)))).ConfigureAwait(false);
            }

            await writer.FlushAsync().ConfigureAwait(false);
        },
        cancellationToken);

    private static string Write(object? cell, bool allowFormula) => cell switch
    {
        null => string.Empty,
        string text => Quote(!allowFormula && text.Length > 0 && Formula.Contains(text[0]) ? $"'{text}" : text),
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(time.Kind == DateTimeKind.Utc ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quote(cell.ToString() ?? string.Empty),
    };

    private static string Quote(string text) => text.Any(Quoted.Contains) ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
