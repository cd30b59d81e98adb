using CompanyData.Collection;
using CompanyData.Reports;

namespace CompanyData.Client.Tests.Reports.Tables;

/// <summary>The tables of an export as CSV files.</summary>
public sealed class CsvTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("companydata-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Files_OfADossier_AreFiveWithAByteOrderMarkAndIsoDates()
    {
        IReadOnlyList<string> names = await WriteAsync(Dossiers.Usual(), allowFormula: false);
        Assert.Equal(["companies.csv", "persons.csv", "findings.csv", "changes.csv", "sources.csv"], names);
        byte[] bytes = await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, "companies.csv"), TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        string[] lines = await ReadAsync("companies.csv");
        Assert.StartsWith("Source,SIREN,Company,Urgency,", lines[0]);
        Assert.StartsWith("Qard,123456789,Exemple Industries SAS,", lines[1]);
        Assert.Contains(",37000,EUR,", lines[1]);
        Assert.Contains(",2012-06-01,", lines[1]);
        Assert.Contains(",2024-01-15T12:01:03Z,", lines[1]);
        Assert.Contains(",true,60,59.5,1971-05-06,", (await ReadAsync("persons.csv"))[3]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+33 1", "'+33 1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a=1", "a=1")]
    [InlineData("a,\"b\"\r\nc", "\"a,\"\"b\"\"\r\nc\"")]
    public async Task Text_ThatLooksLikeAFormula_IsTextUnlessToldOtherwise(string text, string safe)
    {
        await WriteAsync(Dossiers.From(text), allowFormula: false);
        Assert.Contains($"Qard,123456789,{safe},", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "companies.csv"), TestContext.Current.CancellationToken));
        await WriteAsync(Dossiers.From(text), allowFormula: true);
        Assert.Contains($"Qard,123456789,{(safe[0] == '\'' ? text : safe)},", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "companies.csv"), TestContext.Current.CancellationToken));
    }

    private Task<string[]> ReadAsync(string name) => File.ReadAllLinesAsync(Path.Combine(_folder.FullName, name), TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<string>> WriteAsync(CompanyDossier dossier, bool allowFormula)
    {
        using TableExport export = new(Dossiers.Review, isWorkbook: false, allowFormula);
        Assert.Empty(export.Add(dossier));
        ReportFile[] files = [.. export.Complete()];
        foreach (ReportFile file in files)
        {
            await file.SaveAsync(Path.Combine(_folder.FullName, file.Name), true, TestContext.Current.CancellationToken);
        }

        return [.. files.Select(file => file.Name)];
    }
}
