using System.Xml.Linq;
using CompanyData.Collection;
using CompanyData.Reports;

namespace CompanyData.Client.Tests.Reports;

public class DossierReportTests
{
    private const string Hostile = "</style></title></text></svg><script>alert(1)</script><img src=x onerror=alert(1)> \"' onload='x' &amp; ]]> {{x}} \0\ud800\udc00\ud800\u202e\ufffe\r";

    private static readonly string[] Elements =
    [
        "html", "head", "meta", "title", "style", "body", "a", "header", "main", "fieldset", "legend", "label", "input", "em", "small", "h4", "footer", "section", "article", "div", "h1", "h2", "h3", "p", "strong", "span", "time", "ul", "li",
        "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "svg", "desc", "g", "rect", "line", "text",
    ];

    [Fact]
    public void Page_EveryPropertyIsFilled_TellsEveryFact() => Tells(Dossiers.Filled(number => $"told{number}told"));

    [Fact]
    public void Page_UsualBigEmptyAndFailed_TellsEveryFact()
    {
        Tells(Dossiers.Usual());
        Tells(Dossiers.Big());
        Tells(Dossiers.Empty());
        Tells(Dossiers.Failed());
    }

    [Fact]
    public void Page_HostileTextEverywhere_IsEscapedAndParses()
    {
        XDocument page = Parse(DossierReport.Page(Dossiers.Filled(number => $"{Hostile}{number}"), Dossiers.Review));
        Assert.Empty(page.Descendants().Select(element => element.Name.LocalName).Except(Elements));
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["#content"], page.Descendants().Attributes("href").Select(attribute => attribute.Value));
        Assert.Empty(page.Descendants().Attributes("src"));
        Assert.Contains("<script>alert(1)</script>", page.Root!.Element("head")!.Element("title")!.Value);
        Assert.DoesNotContain(page.Root.Value, c => c is '\0' or '\u202e' or '\ufffe');
    }

    [Fact]
    public void Index_HostileTextEverywhere_LinksOnlyToItsPages()
    {
        DossierLine[] lines = [.. Enumerable.Range(0, 3).Select(number => new DossierLine(Dossiers.Filled(i => $"{Hostile}{number}"), "123456789.html", Dossiers.Review))];
        XDocument page = Parse(DossierReport.Index(lines, Dossiers.Review));
        Assert.Empty(page.Descendants().Select(element => element.Name.LocalName).Except(Elements));
        Assert.Equal(["#content", "123456789.html"], page.Descendants().Attributes("href").Select(link => link.Value).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Page_Any_FetchesAndRunsNothing()
    {
        string page = DossierReport.Page(Dossiers.Usual(), Dossiers.Review);
        Assert.Contains("Content-Security-Policy", page);
        Assert.Contains("default-src 'none'; style-src 'unsafe-inline'", page);
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("://", page);
        Assert.DoesNotContain("url(", page);
    }

    [Fact]
    public void Page_Any_CanBeWalkedByHeadingAndTable()
    {
        XDocument page = Parse(DossierReport.Page(Dossiers.Big(), Dossiers.Review));
        int[] levels = [.. page.Descendants().Select(element => element.Name.LocalName).Where(name => name is "h1" or "h2" or "h3").Select(name => name[1] - '0')];
        Assert.Equal(1, levels.Count(level => level == 1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second - pair.First <= 1));
        Assert.All(page.Descendants("table"), table => Assert.NotEmpty(table.Element("caption")!.Value));
        Assert.All(page.Descendants("th"), cell => Assert.NotNull(cell.Attribute("scope")));
        Assert.All(page.Descendants("svg"), drawing => Assert.All(["title", "desc"], part => Assert.NotEmpty(drawing.Element(part)!.Value)));
        string[] ids = [.. page.Descendants().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(page.Descendants().Attributes("aria-labelledby"), label => Assert.Subset(ids.ToHashSet(), label.Value.Split(' ').ToHashSet()));
    }

    [Theory]
    [InlineData("Usual", "nothing stands out")]
    [InlineData("Big", "1 requested item is missing")]
    [InlineData("Big", "The holding of 1 owner is not disclosed")]
    [InlineData("Empty", "closed on 2023-03-01")]
    [InlineData("Empty", "names no beneficial owner")]
    [InlineData("Empty", "does not state the legal form, the registration date")]
    [InlineData("Failed", "Nothing could be collected")]
    public void Page_SomethingToNotice_SaysSo(string which, string says)
    {
        CompanyDossier dossier = which switch { "Usual" => Dossiers.Usual(), "Big" => Dossiers.Big(), "Empty" => Dossiers.Empty(), _ => Dossiers.Failed() };
        XElement findings = Parse(DossierReport.Page(dossier, Dossiers.Review)).Descendants("section").First();
        Assert.Contains(says, findings.Value);
    }

    private static void Tells(CompanyDossier dossier)
    {
        XElement body = Parse(DossierReport.Page(dossier, Dossiers.Review)).Root!.Element("body")!;
        string told = ToldFacts.Plain(string.Join(" | ", body.DescendantNodes().OfType<XText>().Select(text => text.Value)));
        Assert.DoesNotContain(ToldFacts.From(dossier), fact => !told.Contains(fact, StringComparison.Ordinal));
    }

    private static XDocument Parse(string page)
    {
        const string Doctype = "<!DOCTYPE html>";
        Assert.StartsWith(Doctype, page);
        return XDocument.Parse(page[Doctype.Length..]);
    }
}
