using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Reports;

namespace CompanyData.Client.Tests.Reports;

/// <summary>Reports in a real browser, as people look at them. The screenshots stay in artifacts/screenshots.</summary>
public sealed class BrowserTests : IDisposable
{
    /// <summary>What is off the page, cut, outside its drawing or box, or too faint to read; and all the text that is there.</summary>
    private const string Inspect = """
        (() => {
          const name = e => `${e.tagName}.${e.getAttribute('class') ?? ''} ${(e.textContent ?? '').slice(0, 40)}`;
          const shown = [...document.body.querySelectorAll('*')].filter(e => e.getClientRects().length && !e.closest('.skip'));
          // The heads of folded tables are there for those who listen; each cell shows its own.
          const seen = shown.filter(e => !(e.closest('thead') && getComputedStyle(e.closest('thead')).position === 'absolute'));
          const width = window.innerWidth, faults = [];
          if (document.documentElement.scrollWidth > width) faults.push(`the page is ${document.documentElement.scrollWidth} wide`);
          const parse = color => { const n = color.match(/[\d.]+/g).map(Number); return n.length > 3 && n[3] === 0 ? null : n; };
          const light = n => n.slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
          const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c) return c; } return [255, 255, 255]; };
          for (const e of seen) {
            const style = getComputedStyle(e), box = e.getBoundingClientRect();
            if (style.overflowX !== 'visible' && !(e instanceof SVGElement) && e.scrollWidth > e.clientWidth) faults.push(`cut: ${name(e)}`);
            if (box.left < -1 || box.right > width + 1) faults.push(`off the page: ${name(e)}`);
            if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
            const drawn = e.tagName === 'text';
            if (!drawn && e instanceof SVGElement) continue;
            const [a, b] = [light(parse(drawn ? style.fill : style.color)), light(drawn ? parse(getComputedStyle(e.parentNode.querySelector('rect')).fill) : behind(e))].sort((x, y) => y - x);
            if ((a + .05) / (b + .05) < 4.5) faults.push(`faint, ${((a + .05) / (b + .05)).toFixed(2)}: ${name(e)}`);
          }
          for (const text of seen.filter(e => e.tagName === 'text')) {
            const inner = text.getBBox(), rect = text.parentNode.querySelector('rect').getBBox(), view = text.ownerSVGElement.viewBox.baseVal;
            if (inner.x < rect.x || inner.x + inner.width > rect.x + rect.width || inner.y < rect.y || inner.y + inner.height > rect.y + rect.height) faults.push(`outside its box: ${name(text)}`);
            if (rect.x < 0 || rect.x + rect.width > view.width || rect.y < 0 || rect.y + rect.height > view.height) faults.push(`outside the drawing: ${name(text)}`);
          }
          return { faults, text: document.body.innerText };
        })()
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("companydata-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Pages_OnPhoneDesktopAndPaper_ShowEveryFactAndCutNothing()
    {
        Assert.SkipWhen(Chromium.Path is null, "There is no Chromium. On Debian: apt-get install chromium.");
        (string Name, CompanyDossier? Dossier, string Page)[] pages =
        [
            .. new[] { ("usual", Dossiers.Usual()), ("big", Dossiers.Big()), ("empty", Dossiers.Empty()), ("failed", Dossiers.Failed()), ("filled", Dossiers.Filled(i => $"told{i}told")) }
                .Select(pair => (pair.Item1, (CompanyDossier?)pair.Item2, DossierReport.Page(pair.Item2, Dossiers.Review))),
            ("index", null, DossierReport.Index([.. new[] { Dossiers.Usual(), Dossiers.Big(), Dossiers.Empty(), Dossiers.Failed() }.Select(dossier => new DossierLine(dossier, "x.html", Dossiers.Review))], Dossiers.Review)),
        ];
        string screenshots = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "screenshots")).FullName;
        List<string> faults = [];
        await using Chromium chromium = await Chromium.StartAsync();
        foreach ((string name, CompanyDossier? dossier, string page) in pages)
        {
            string path = Path.Combine(_folder.FullName, $"{name}.html");
            await DossierReport.SaveAsync(page, path, overwrite: false);
            await chromium.OpenAsync(new Uri(path));
            foreach (Screen screen in Screen.All)
            {
                Sight sight = await chromium.ShowAsync<Sight>(screen, Inspect);
                await chromium.PhotographAsync(Path.Combine(screenshots, $"{name}-{screen}.png"));
                string text = ToldFacts.Plain(sight.Text);
                faults.AddRange(sight.Faults
                    .Concat((dossier is null ? [] : ToldFacts.From(dossier)).Where(fact => !text.Contains(fact, StringComparison.Ordinal)).Select(fact => $"not shown: {fact}"))
                    .Select(fault => $"{name} {screen}: {fault}"));
            }
        }

        Assert.Empty(faults);
    }

    private sealed record Sight(string[] Faults, string Text);
}
