using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Reports;
using Deque.AxeCore.Commons;

namespace CompanyData.Client.Tests.Reports;

/// <summary>Everybody can read the pages: axe-core finds nothing in a real browser, and the keyboard does what the mouse does.</summary>
public sealed class AccessibilityTests : IDisposable
{
    private const string Skipped = "There is no Chromium. On Debian: apt-get install chromium.";

    private const string Audit = """
        axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
          .then(found => found.violations.map(violation => `${violation.id}: ${violation.help}: ${violation.nodes.map(node => node.target.join(' ')).slice(0, 3).join('; ')}`))
        """;

    private const string Rows = "[...document.querySelectorAll('.index tbody tr')].filter(row => row.getClientRects().length).map(row => row.querySelector('a').textContent)";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("companydata-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Pages_OnPhoneAndDesktopByDayAndNight_HaveNothingThatAxeFinds()
    {
        Assert.SkipWhen(Chromium.Path is null, Skipped);
        string axe = new BundledAxeScriptProvider().GetScript();
        List<string> faults = [];
        await using Chromium chromium = await Chromium.StartAsync();
        foreach ((string name, string page) in await PagesAsync())
        {
            await OpenAsync(chromium, name, page);
            await chromium.SendAsync("Runtime.evaluate", new() { ["expression"] = axe });
            foreach (Screen screen in Screen.All.Where(screen => screen.Media == "screen"))
            {
                faults.AddRange((await chromium.ShowAsync<string[]>(screen, Audit)).Select(fault => $"{name} {screen}: {fault}"));
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Index_WithTheKeyboardAlone_IsFilteredAndFollowed()
    {
        Assert.SkipWhen(Chromium.Path is null, Skipped);
        await using Chromium chromium = await Chromium.StartAsync();
        await OpenAsync(chromium, "index", Index());
        Screen screen = Screen.All[2];
        Assert.Equal(["Vide SARL", "Introuvable SA", "Exemple Industries SAS"], await chromium.ShowAsync<string[]>(screen, Rows));
        await chromium.PressAsync("Tab", 9);
        Assert.Equal("skip", await FocusAsync("className"));
        await chromium.PressAsync("Tab", 9);
        Assert.Equal("urgency-all", await FocusAsync("id"));
        await chromium.PressAsync("ArrowRight", 39);
        Assert.Equal("urgency-Critical", await FocusAsync("id"));
        Assert.Equal(["Vide SARL", "Introuvable SA"], await chromium.ShowAsync<string[]>(screen, Rows));
        await chromium.PressAsync("Tab", 9);
        await chromium.PressAsync("ArrowRight", 39);
        Assert.Equal("status-Complete", await FocusAsync("id"));
        Assert.Equal(["Vide SARL"], await chromium.ShowAsync<string[]>(screen, Rows));
        Assert.Equal(["Vide SARL", "Introuvable SA", "Exemple Industries SAS"], await chromium.ShowAsync<string[]>(Screen.All[4], Rows));
        await chromium.PressAsync("Tab", 9);
        Assert.Equal("Vide SARL", await FocusAsync("textContent"));

        async Task<string> FocusAsync(string property) => await chromium.ShowAsync<string>(screen, $"document.activeElement.{property}");
    }

    [Fact]
    public async Task Pages_OnPaper_CutNoBlockInTwo()
    {
        Assert.SkipWhen(Chromium.Path is null, Skipped);
        await using Chromium chromium = await Chromium.StartAsync();
        foreach ((string name, string page) in await PagesAsync())
        {
            await OpenAsync(chromium, name, page);
            Assert.Empty(await chromium.ShowAsync<string[]>(
                Screen.All[4],
                """
                [...document.querySelectorAll('header, tr, li, dl div, figure, article, .verdict, .figures')].filter(e => getComputedStyle(e).breakInside !== 'avoid').map(e => e.outerHTML.slice(0, 80))
                  .concat([...document.querySelectorAll('h2, h3, h4, h5, caption')].filter(e => getComputedStyle(e).breakAfter !== 'avoid').map(e => e.outerHTML.slice(0, 80)))
                """));
        }
    }

    private static string Index() => DossierReport.Index([.. new[] { Dossiers.Usual(), Dossiers.Empty(), Dossiers.Failed() }.Select(dossier => new DossierLine(dossier, "x.html", Dossiers.Review))], Dossiers.Review);

    private async Task<IReadOnlyList<(string Name, string Page)>> PagesAsync()
    {
        CompanyDossier closed = Dossiers.Usual();
        closed.Profile!.RncsClosingDate = new DateTime(2023, 3, 1);
        ReportOptions options = new() { Time = Dossiers.Review.Time, Language = "fr", PreparedBy = "A. Exemple", Changes = DossierComparison.Compare(Dossiers.Usual(), closed, Dossiers.Review) };
        using PortfolioExport export = new(options);
        Assert.Empty(new[] { Dossiers.Usual(), Dossiers.Big() }.SelectMany(export.Add));
        string portfolio = Path.Combine(_folder.FullName, "portfolio.html");
        await Assert.Single(export.Complete()).SaveAsync(portfolio, true, TestContext.Current.CancellationToken);
        return
        [
            ("usual", DossierReport.Page(Dossiers.Usual(), options)), ("big", DossierReport.Page(Dossiers.Big(), Dossiers.Review)), ("failed", DossierReport.Page(Dossiers.Failed(), Dossiers.Review)), ("index", Index()),
            ("changes", DossierReport.ChangesPage(options)), ("portfolio", await File.ReadAllTextAsync(portfolio, TestContext.Current.CancellationToken)),
        ];
    }

    private async Task OpenAsync(Chromium chromium, string name, string page)
    {
        string path = Path.Combine(_folder.FullName, $"{name}.html");
        await DossierReport.SaveAsync(page, path, overwrite: true, TestContext.Current.CancellationToken);
        await chromium.OpenAsync(new Uri(path));
    }
}
