using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CompanyData.Client.Tests.Reports.Tables;

/// <summary>A sheet of a workbook, as another library reads it.</summary>
internal sealed class Sheet
{
    private readonly IReadOnlyList<Cell?[]> _cells;

    private Sheet(string name, Worksheet worksheet, int columns)
    {
        Name = name;
        Pane = worksheet.Descendants<Pane>().FirstOrDefault();
        Filter = worksheet.Descendants<AutoFilter>().FirstOrDefault()?.Reference?.Value;
        Widths = [.. worksheet.Descendants<Column>().Select(column => column.Width!.Value)];
        HasFormula = worksheet.Descendants<CellFormula>().Any();
        _cells = [.. worksheet.Descendants<Row>().Select(row => Cells(row, columns))];
    }

    public string Name { get; }

    public Pane? Pane { get; }

    public string? Filter { get; }

    public bool HasFormula { get; }

    public IReadOnlyList<double> Widths { get; }

    public IReadOnlyList<string?> Headers => [.. _cells[0].Select(Text)];

    public int Rows => _cells.Count - 1;

    public static IReadOnlyList<Sheet> Read(string path)
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(path, isEditable: false);
        WorkbookPart book = document.WorkbookPart!;
        return [.. book.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet =>
        {
            Worksheet worksheet = ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet;
            return new Sheet(sheet.Name!, worksheet, worksheet.Descendants<Row>().First().Elements<Cell>().Count());
        })];
    }

    /// <summary>A cell by row, from 0 below the header, and header.</summary>
    public Cell? this[int row, string header] => _cells[row + 1][Headers.ToList().IndexOf(header)];

    public static string? Text(Cell? cell) => cell?.InlineString?.Text?.Text ?? cell?.CellValue?.Text;

    /// <summary>Dates are numbers of days.</summary>
    public static DateTime Date(Cell? cell) => DateTime.FromOADate(double.Parse(cell!.CellValue!.Text, CultureInfo.InvariantCulture));

    private static Cell?[] Cells(Row row, int columns)
    {
        Cell?[] cells = new Cell?[columns];
        int next = 0;
        foreach (Cell cell in row.Elements<Cell>())
        {
            next = cell.CellReference?.Value is { } reference ? Column(reference) : next;
            cells[next++] = cell;
        }

        return cells;
    }

    private static int Column(string reference) => reference.TakeWhile(char.IsLetter).Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1) - 1;
}
