using CompanyData.Collection;
using CompanyData.Dossiers;

namespace CompanyData.Reports;

/// <summary>Dossiers as tables of companies, persons, findings, changes and sources: one workbook, or a CSV file each.</summary>
/// <param name="options">Language, limits and changes.</param>
/// <param name="isWorkbook">Whether the tables are the sheets of a workbook.</param>
/// <param name="allowFormula">Whether CSV keeps text that a spreadsheet would take for a formula as it is.</param>
public sealed class TableExport(ReportOptions options, bool isWorkbook, bool allowFormula = false) : DossierExport
{
    private readonly (ReportTable Table, TableSpool Spool)[] _tables = [.. ReportTable.All.Select(table => (table, new TableSpool(table.Headers.Count)))];

    private int _count;

    public override string? SingleName => isWorkbook ? "dossiers.xlsx" : null;

    public override IEnumerable<ReportFile> Add(CompanyDossier dossier)
    {
        _count++;
        IReadOnlyList<DossierFinding> findings = DossierFindings.Find(dossier, options);
        foreach ((ReportTable table, TableSpool spool) in _tables)
        {
            foreach (object?[] row in table.Rows(dossier, findings, options))
            {
                spool.Add(row);
            }
        }

        return [];
    }

    public override IEnumerable<ReportFile> Complete()
    {
        if (_count == 0)
        {
            return [];
        }

        foreach ((ReportTable table, TableSpool spool) in _tables)
        {
            foreach (object?[] row in table.Rows(options))
            {
                spool.Add(row);
            }
        }

        return isWorkbook
            ? [new(SingleName!, $"Write {_count} dossiers", (path, overwrite, cancellation) => WorkbookFile.SaveAsync(path, overwrite, [.. _tables.Select(pair => new SheetContent(pair.Table, pair.Spool.Read(), pair.Spool.Count, pair.Spool.Lengths))], options, cancellation))]
            : _tables.Select(pair => new ReportFile(
                $"{pair.Table.Name}.csv",
                $"Write the {pair.Table.Name} of {_count} dossiers",
                (path, overwrite, cancellation) => CsvFile.SaveAsync(path, overwrite, pair.Table.Headers.Select(options.Text.Say), pair.Spool.Read(), allowFormula, cancellation)));
    }

    protected override void Dispose(bool disposing)
    {
        foreach ((_, TableSpool spool) in _tables)
        {
            spool.Dispose();
        }

        base.Dispose(disposing);
    }
}
