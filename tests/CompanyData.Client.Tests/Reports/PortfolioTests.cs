using System.Xml.Linq;
using CompanyData.Reports;

namespace CompanyData.Client.Tests.Reports;

/// <summary>One page for a whole portfolio.</summary>
public sealed class PortfolioTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("companydata-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task SaveAsync_SeveralDossiers_IsOnePageWithAnIndexThatLinksToThem()
    {
        string html = await WriteAsync();
        XDocument page = XDocument.Parse(html["<!DOCTYPE html>".Length..]);
        string[] ids = [.. page.Descendants().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.Single(page.Descendants("h1"));
        Assert.Equal(["#content", "#d2", "#d3", "#d1"], page.Descendants().Attributes("href").Select(link => link.Value));
        Assert.All(page.Descendants().Attributes("href"), link => Assert.Contains(link.Value[1..], ids));
        Assert.All(page.Descendants().Attributes("aria-labelledby"), label => Assert.Subset(ids.ToHashSet(), label.Value.Split(' ').ToHashSet()));
        Assert.Equal(3, page.Descendants("div").Count(part => (string?)part.Attribute("class") == "dossier"));
    }

    [Fact]
    public async Task SaveAsync_SeveralDossiers_PrintsTheNameOfEachOnItsOwnSheets()
    {
        string html = await WriteAsync();
        foreach ((string name, string company) in new[] { ("d1", "Exemple Industries SAS"), ("d2", "Vide SARL"), ("d3", "Introuvable SA") }.Reverse())
        {
            Assert.Contains($"style=\"page: {name}\"", html);
            Assert.Matches($"@page {name} \\{{[^@]*@top-left \\{{[^}}]*\"{company}", html);
        }
    }

    [Fact]
    public void Complete_NoDossier_MakesNoFile()
    {
        using PortfolioExport export = new(Dossiers.Review);
        Assert.Empty(export.Complete());
    }

    private async Task<string> WriteAsync()
    {
        using PortfolioExport export = new(Dossiers.Review);
        Assert.Empty(new[] { Dossiers.Usual(), Dossiers.Empty(), Dossiers.Failed() }.SelectMany(export.Add));
        ReportFile file = Assert.Single(export.Complete());
        string path = Path.Combine(_folder.FullName, file.Name);
        await file.SaveAsync(path, false, TestContext.Current.CancellationToken);
        return await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
    }
}
