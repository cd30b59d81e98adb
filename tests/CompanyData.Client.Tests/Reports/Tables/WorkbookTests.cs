using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Reports;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace CompanyData.Client.Tests.Reports.Tables;

/// <summary>The workbook of an export, read by another library.</summary>
public sealed class WorkbookTests : IDisposable
{
    /// <summary>In bytes; 90,000 rows of text would take far more.</summary>
    private const long FlatMemory = 4_000_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("companydata-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Sheets_OfSeveralDossiers_HaveFrozenHeadersAndFilters()
    {
        IReadOnlyList<Sheet> sheets = Sheet.Read(await WriteAsync(Changed(), Dossiers.Usual(), Dossiers.Big(), Dossiers.Failed()));
        Assert.Equal(["Companies", "Persons", "Findings", "Changes", "Sources"], sheets.Select(sheet => sheet.Name));
        Assert.All(sheets, sheet =>
        {
            Assert.Equal(("Source", "SIREN", "Company"), (sheet.Headers[0], sheet.Headers[1], sheet.Headers[2]));
            Assert.Equal(sheet.Headers.Distinct(StringComparer.Ordinal), sheet.Headers);
            Assert.Equal((1, 3, PaneStateValues.Frozen), ((int)sheet.Pane!.VerticalSplit!.Value, (int)sheet.Pane.HorizontalSplit!.Value, sheet.Pane.State!.Value));
            Assert.Matches($"^A1:[A-Z]+{sheet.Rows + 1}$", sheet.Filter);
            Assert.True(sheet.Rows > 0);
        });
    }

    [Fact]
    public async Task Cells_OfAUsualDossier_HaveTheirTypes()
    {
        IReadOnlyList<Sheet> sheets = Sheet.Read(await WriteAsync(Dossiers.Review, Dossiers.Usual()));
        Sheet companies = sheets[0];
        Assert.Equal(CellValues.InlineString, companies[0, "SIREN"]!.DataType!.Value);
        Assert.Equal("123456789", Sheet.Text(companies[0, "SIREN"]));
        Assert.Equal("37000", companies[0, "Capital"]!.CellValue!.Text);
        Assert.Equal(new DateTime(2012, 6, 1), Sheet.Date(companies[0, "Registration date"]));
        Assert.Equal(new DateTime(2024, 1, 15, 12, 1, 3), Sheet.Date(companies[0, "Collected"]), TimeSpan.FromSeconds(1));
        Sheet persons = sheets[1];
        Assert.Equal("59.5", persons[2, "Votes (%)"]!.CellValue!.Text);
        Assert.Equal(CellValues.Boolean, persons[2, "Is beneficial owner"]!.DataType!.Value);
        Assert.Equal(new DateTime(1971, 5, 6), Sheet.Date(persons[2, "Birth date"]));
        Sheet sources = sheets[4];
        Assert.Equal(["Company profile", "Company officer", "Beneficial owner", "VAT declaration"], Enumerable.Range(0, sources.Rows).Select(row => Sheet.Text(sources[row, "Data"])));
        Assert.Equal("4", sources[3, "Items"]!.CellValue!.Text);
    }

    [Fact]
    public async Task Text_ThatLooksLikeAFormulaOrIsNotSound_IsTextAndTheWorkbookIsValid()
    {
        string hostile = "=cmd|' /C calc'!A0 \0\ud800 _x0041_ <b> & \u202e\uffff";
        string path = await WriteAsync(Dossiers.Review, Dossiers.Filled(number => $"{hostile}{number}"), Dossiers.From($"={new string('x', 40_000)}"));
        Assert.Empty(Errors(path));
        IReadOnlyList<Sheet> sheets = Sheet.Read(path);
        Assert.DoesNotContain(sheets, sheet => sheet.HasFormula);
        string? name = Sheet.Text(sheets[0][0, "Company"]);
        Assert.StartsWith("=cmd|' /C calc'!A0 ", name);
        Assert.Contains("_x005F_x0041_", name);
        Assert.Equal(32_767, Sheet.Text(sheets[0][1, "Company"])!.Length);
    }

    [Fact]
    public async Task Rows_OfASandbox_SaySoInEachSheet()
    {
        CompanyDossier dossier = new() { Siren = "123456789", Name = "Exemple", Service = "sandbox.test/qard", DataTypes = ["COMPANY_PROFILE"] };
        dossier.Add("COMPANY_OFFICER", [Dossiers.Officer("A", "B", "Président")]);
        ReportOptions options = new() { Time = Dossiers.Review.Time, Changes = [DossierComparison.AsNew(dossier, Dossiers.Review)] };
        IReadOnlyList<Sheet> sheets = Sheet.Read(await WriteAsync(options, dossier, Dossiers.Usual()));
        Assert.All(sheets, sheet => Assert.Equal("SANDBOX", Sheet.Text(sheet[0, "Source"])));
        Assert.Equal("Qard", Sheet.Text(sheets[0][1, "Source"]));
    }

    [Fact]
    public async Task Workbook_InFrench_HasFrenchNamesAndHeaders()
    {
        ReportOptions options = new() { Time = Dossiers.Review.Time, Language = "fr", Title = "Revue", PreparedBy = "A. Exemple", ReviewedBy = "B. Exemple" };
        string path = await WriteAsync(options, Dossiers.Usual());
        IReadOnlyList<Sheet> sheets = Sheet.Read(path);
        Assert.Equal(["Sociétés", "Personnes", "Constats", "Changements", "Sources"], sheets.Select(sheet => sheet.Name));
        Assert.Equal("Complet", Sheet.Text(sheets[0][0, "État"]));
        using SpreadsheetDocument document = SpreadsheetDocument.Open(path, isEditable: false);
        Assert.Equal(("Revue", "A. Exemple", "Vérifié par B. Exemple"), (document.PackageProperties.Title, document.PackageProperties.Creator, document.PackageProperties.Subject));
    }

    /// <summary>A spreadsheet shows a time that does not fit as hashes, and cuts a text.</summary>
    [Fact]
    public async Task Columns_OfSeveralDossiers_AreAsWideAsTheirContent()
    {
        foreach (Sheet sheet in Sheet.Read(await WriteAsync(Changed(), Dossiers.Usual(), Dossiers.Big(), Dossiers.Failed())))
        {
            for (int column = 0; column < sheet.Headers.Count; column++)
            {
                int longest = Enumerable.Range(0, sheet.Rows).Select(row => sheet[row, sheet.Headers[column]!]).Max(cell => cell?.InlineString is null ? 0 : Sheet.Text(cell)!.Length);
                Assert.InRange(sheet.Widths[column], Math.Min(60, Math.Max(longest, sheet.Headers[column]!.Length)), 60);
            }

            Assert.All(sheet.Headers.Zip(sheet.Widths).Where(column => column.First is "Collected" or "Collection started" or "Completed"), column => Assert.InRange(column.Second, "yyyy-MM-dd hh:mm:ss".Length, 60));
        }
    }

    [Fact]
    public async Task SaveAsync_MoreRowsThanASheetTakes_GoOnOnAnotherOne()
    {
        string path = Path.Combine(_folder.FullName, "long.xlsx");
        ReportTable table = ReportTable.All[3];
        object?[][] rows = [.. Enumerable.Range(1, 7).Select(number => new object?[] { number }.Concat(new object?[table.Headers.Count - 1]).ToArray())];
        await WorkbookFile.SaveAsync(path, false, [new(table, rows, rows.Length)], Dossiers.Review, TestContext.Current.CancellationToken, maxRows: 4);
        IReadOnlyList<Sheet> sheets = Sheet.Read(path);
        Assert.Equal([("Changes", 3, "A1:N4"), ("Changes 2", 3, "A1:N4"), ("Changes 3", 1, "A1:N2")], sheets.Select(sheet => (sheet.Name, sheet.Rows, sheet.Filter!)));
        Assert.Empty(Errors(path));
    }

    [Fact]
    public async Task Add_AHundredThousandRows_HasThemAll()
    {
        CompanyDossier dossier = Dossiers.From("Exemple");
        dossier.Add("COMPANY_OFFICER", [.. Enumerable.Range(1, 100).Select(number => Dossiers.Officer("Prénom", $"Nom {number}", "Administrateur"))]);
        using TableExport export = new(Dossiers.Review, isWorkbook: true);
        long early = 0;
        for (int i = 0; i < 1000; i++)
        {
            early = i == 100 ? MeasuresMemory.Live() : early;
            Assert.Empty(export.Add(dossier));
        }

        Assert.InRange(MeasuresMemory.Live() - early, long.MinValue, FlatMemory);
        ReportFile file = Assert.Single(export.Complete());
        string path = Path.Combine(_folder.FullName, file.Name);
        await file.SaveAsync(path, false, TestContext.Current.CancellationToken);
        using SpreadsheetDocument document = SpreadsheetDocument.Open(path, isEditable: false);
        WorksheetPart persons = (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ElementAt(1).Id!);
        using DocumentFormat.OpenXml.OpenXmlReader reader = DocumentFormat.OpenXml.OpenXmlReader.Create(persons);
        int rows = 0;
        while (reader.Read())
        {
            rows += reader.ElementType == typeof(Row) && reader.IsStartElement ? 1 : 0;
        }

        Assert.Equal(100_001, rows);
    }

    [Fact]
    public async Task SaveAsync_AHundredThousandRows_KeepsNoneInMemory()
    {
        long early = 0;
        ReportTable table = ReportTable.All[3];
        IEnumerable<object?[]> rows = Enumerable.Range(1, 100_000).Select(number =>
        {
            if (number == 10_000)
            {
                early = MeasuresMemory.Live();
            }
            else if (number == 100_000)
            {
                Assert.InRange(MeasuresMemory.Live() - early, long.MinValue, FlatMemory);
            }

            return Enumerable.Range(0, table.Headers.Count).Select(column => (object?)$"Text {number} {column}").ToArray();
        });
        string path = Path.Combine(_folder.FullName, "large.xlsx");
        await WorkbookFile.SaveAsync(path, false, [new(table, rows, 100_000)], Dossiers.Review, TestContext.Current.CancellationToken);
        Assert.InRange(new FileInfo(path).Length, 1_000_000, long.MaxValue);
    }

    [Fact]
    public async Task SaveAsync_Cancelled_LeavesNothing()
    {
        using CancellationTokenSource stop = new();
        ReportTable table = ReportTable.All[3];
        IEnumerable<object?[]> rows = Enumerable.Range(1, 100_000).Select(number =>
        {
            if (number == 50_000)
            {
                Assert.NotEmpty(_folder.GetFiles());
                stop.Cancel();
            }

            return new object?[table.Headers.Count];
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WorkbookFile.SaveAsync(Path.Combine(_folder.FullName, "stopped.xlsx"), false, [new(table, rows, 100_000)], Dossiers.Review, stop.Token));
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void Complete_NoDossier_MakesNoFile()
    {
        using TableExport export = new(Dossiers.Review, isWorkbook: true);
        Assert.Empty(export.Complete());
    }

    private static ReportOptions Changed()
    {
        CompanyDossier closed = Dossiers.Usual();
        closed.Profile!.RncsClosingDate = new DateTime(2023, 3, 1);
        return new() { Time = Dossiers.Review.Time, Changes = DossierComparison.Compare(Dossiers.Usual(), closed, Dossiers.Review) };
    }

    private static IEnumerable<string> Errors(string path)
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(path, isEditable: false);
        return [.. new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}")];
    }

    private async Task<string> WriteAsync(ReportOptions options, params CompanyDossier[] dossiers)
    {
        using TableExport export = new(options, isWorkbook: true);
        Assert.Empty(dossiers.SelectMany(export.Add));
        ReportFile file = Assert.Single(export.Complete());
        string path = Path.Combine(_folder.FullName, file.Name);
        await file.SaveAsync(path, false, TestContext.Current.CancellationToken);
        return path;
    }
}
