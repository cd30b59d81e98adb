using System.Text.RegularExpressions;
using SpreadCheetah;
using SpreadCheetah.Metadata;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace CompanyData.Reports;

/// <summary>Tables as the sheets of an Excel workbook, written as they are read. Text is text: nothing in it becomes a formula.</summary>
internal static class WorkbookFile
{
    /// <summary>What Excel takes; the header is one of them.</summary>
    public const int MaxRows = 1_048_576;

    private const int MaxText = 32_767;

    /// <summary>How wide a column gets, in characters: long texts go on beyond its edge or are read in the cell.</summary>
    private const int MinWidth = 8;

    private const int MaxWidth = 60;

    /// <summary>What a header needs beside its text: the button of the filter.</summary>
    private const int FilterWidth = 4;

    private const int FrozenColumns = 3;

    /// <summary>Excel takes this for a character by its number.</summary>
    private static readonly Regex Escape = new("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <param name="path">The target.</param>
    /// <param name="overwrite">Whether a file that is there already is replaced.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="options">Title, language and so on.</param>
    /// <param name="cancellationToken">Ends it; nothing is left behind.</param>
    /// <param name="maxRows">Of a sheet; what is more is on another one.</param>
    public static Task SaveAsync(
        string path, bool overwrite, IReadOnlyList<SheetContent> tables, ReportOptions options, CancellationToken cancellationToken, int maxRows = MaxRows)
        => PrivateFile.SaveAsync(path, overwrite, file => WriteAsync(file, tables, options, maxRows, cancellationToken), cancellationToken);

    private static async Task WriteAsync(
        Stream file, IReadOnlyList<SheetContent> tables, ReportOptions options, int maxRows, CancellationToken cancellationToken)
    {
        SpreadCheetahOptions settings = new()
        {
            DocumentProperties = new DocumentProperties { Title = Cut(options.Title), Author = Cut(options.PreparedBy), Subject = options.ReviewedBy is null ? null : Cut($"{options.Text.Say(ReportText.ReviewedBy)} {options.ReviewedBy}") },
        };
        using Spreadsheet workbook = await Spreadsheet.CreateNewAsync(file, settings, cancellationToken).ConfigureAwait(false);
        Style header = new();
        header.Font.Bold = true;
        WorkbookStyles styles = new(
            workbook.AddStyle(header), Format(workbook, options.Text.IsFrench ? "dd/mm/yyyy" : "yyyy-mm-dd"), Format(workbook, options.Text.IsFrench ? "dd/mm/yyyy hh:mm:ss" : "yyyy-mm-dd hh:mm:ss"));
        foreach (SheetContent table in tables)
        {
            await WriteAsync(workbook, table, styles, options.Text, maxRows, cancellationToken).ConfigureAwait(false);
        }

        await workbook.FinishAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task WriteAsync(Spreadsheet workbook, SheetContent content, WorkbookStyles styles, ReportLanguage language, int maxRows, CancellationToken cancellationToken)
    {
        string[] headers = [.. content.Table.Headers.Select(language.Say)];
        Cell[] cells = new Cell[headers.Length];
        int room = 0;
        int sheets = 0;
        int left = content.Count;
        await StartAsync().ConfigureAwait(false);
        foreach (object?[] row in content.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (room == 0)
            {
                await StartAsync().ConfigureAwait(false);
            }

            for (int column = 0; column < cells.Length; column++)
            {
                cells[column] = ToCell(row[column], styles);
            }

            await workbook.AddRowAsync(cells, cancellationToken).ConfigureAwait(false);
            room--;
            left--;
        }

        async Task StartAsync()
        {
            room = maxRows - 1;
            string title = language.Say(content.Table.Title);
            WorksheetOptions sheet = new() { FrozenRows = 1, FrozenColumns = FrozenColumns, AutoFilter = new AutoFilterOptions($"A1:{ColumnName(headers.Length)}{Math.Min(left, room) + 1}") };
            for (int column = 0; column < headers.Length; column++)
            {
                sheet.Column(column + 1).Width = Math.Min(MaxWidth, Math.Max(MinWidth, Math.Max(headers[column].Length + FilterWidth, (content.Lengths?[column] ?? 0) + 1)));
            }

            await workbook.StartWorksheetAsync(++sheets == 1 ? title : $"{title} {sheets}", sheet, cancellationToken).ConfigureAwait(false);
            await workbook.AddHeaderRowAsync(headers, styles.Header, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Cell ToCell(object? value, WorkbookStyles styles) => value switch
    {
        null => default,
        DateTime { TimeOfDay.Ticks: 0 } date => new(date, styles.Date),
        DateTime time => new(time, styles.Time),
        decimal number => new(number),
        int number => new(number),
        bool flag => new(flag),
        _ => new(Cut(value.ToString())),
    };

    private static string? Cut(string? text)
    {
        if (text is null)
        {
            return null;
        }

        string sound = Escape.Replace(Html.Sound(text), "_x005F_");
        int end = MaxText - 1;
        return sound.Length <= MaxText ? sound : sound.Substring(0, char.IsHighSurrogate(sound[end - 1]) ? end - 1 : end) + "…";
    }

    private static StyleId Format(Spreadsheet workbook, string format) => workbook.AddStyle(new Style { Format = NumberFormat.Custom(format) });

    /// <summary>As Excel counts: A to Z, then AA.</summary>
    private static string ColumnName(int number) => number <= 26 ? $"{(char)('A' + number - 1)}" : $"{ColumnName((number - 1) / 26)}{ColumnName(((number - 1) % 26) + 1)}";
}
