using System.Text.Json;
using System.Xml.Linq;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Reports;

namespace CompanyData.Client.Tests.Reports;

/// <summary>What an auditor needs of the pages: where the data is from, what is urgent, what changed, who made it.</summary>
public sealed class AuditorPageTests
{
    private const string Banner = "SANDBOX";

    [Fact]
    public void Page_OfASandbox_SaysSoOnScreenAndPaper()
    {
        string page = DossierReport.Page(Sandbox(), Dossiers.Review);
        Assert.StartsWith(Banner, Body(page).Descendants("header").First().Elements().First().Value);
        Assert.Matches("@top-left \\{[^}]*content: \"SANDBOX ", page);
        Assert.DoesNotContain(Banner, DossierReport.Page(Dossiers.Usual(), Dossiers.Review));
    }

    [Fact]
    public void IndexAndPortfolio_WithSomeFromASandbox_MarkThoseAndSayHowMany()
    {
        XElement index = Body(DossierReport.Index([Line(Sandbox()), Line(Dossiers.Usual())], Dossiers.Review));
        Assert.Contains("1 of 2 companies", index.Element("header")!.Value);
        Assert.Equal([false, true], Rows(index).Select(row => row.Value.Contains(Banner, StringComparison.Ordinal)).Order());
        XElement all = Body(DossierReport.Index([Line(Sandbox())], Dossiers.Review));
        Assert.StartsWith("SANDBOX Fictitious data", all.Element("header")!.Value);
    }

    [Fact]
    public void Changes_OfASandbox_SaySo()
    {
        ReportOptions options = With(DossierComparison.Compare(Sandbox(), Closed(Sandbox()), Dossiers.Review));
        Assert.StartsWith("SANDBOX Fictitious data", Body(DossierReport.ChangesPage(options)).Element("header")!.Value);
        Assert.StartsWith("SANDBOX Fictitious data", Body(DossierReport.ChangesPage(Sandbox(), options)).Element("header")!.Value);
    }

    [Fact]
    public void Index_SeveralDossiers_IsSortedByUrgencyWithReasonAndDate()
    {
        XElement index = Body(DossierReport.Index([Line(Dossiers.Usual()), Line(Dossiers.Big()), Line(Dossiers.Empty())], Dossiers.Review));
        string[][] rows = [.. Rows(index).Select(row => row.Elements().Select(cell => cell.Value).ToArray())];
        Assert.Equal(["Critical", "Review", "–"], rows.Select(row => row[1]));
        Assert.Equal("The company was closed on 2023-03-01 (and 3 more)", rows[0][2]);
        Assert.All(rows, row => Assert.Equal("2024-01-15", row[4]));
    }

    [Fact]
    public void Index_Filters_CountTheRowsAndHideTheOthersOnScreenAlone()
    {
        string page = DossierReport.Index([Line(Dossiers.Usual()), Line(Dossiers.Empty())], With([]));
        XElement index = Body(page);
        Assert.Equal(
            ["All (2)", "Critical (1)", "Review (0)", "None (1)", "All (2)", "Complete (2)", "Partial (0)", "Failed (0)", "All (2)", "Changed (0)"],
            index.Descendants("label").Select(label => label.Value.Trim()));
        foreach (string id in index.Descendants("input").Select(input => input.Attribute("id")!.Value).Where(id => !id.EndsWith("-all", StringComparison.Ordinal)))
        {
            Assert.Contains($"@media screen {{ main:has(#{id}:checked) .index tbody tr:not(.{id}) {{ display: none; }} }}", page);
        }
    }

    [Fact]
    public void Page_WithChanges_ListsThemTheMostUrgentFirst()
    {
        ReportOptions options = With(DossierComparison.Compare(Dossiers.Usual(), Closed(Dossiers.Usual()), Dossiers.Review));
        XElement page = Body(DossierReport.Page(Dossiers.Usual(), options));
        Assert.Contains("1 item needs review", page.Descendants("section").First().Value);
        XElement changes = page.Descendants("section").Single(section => section.Attribute("id")!.Value == "changes");
        Assert.Contains("The company was closed on 2023-03-01.", Rows(changes).First().Value);
        Assert.Contains(Rows(changes).First().Value, Body(DossierReport.ChangesPage(options)).Value);
        Assert.Contains(Rows(changes).First().Value, Body(DossierReport.ChangesPage(Dossiers.Usual(), options)).Value);
    }

    [Fact]
    public void ChangesPage_WithoutChanges_SaysSo() => Assert.Contains("No changes were found.", Body(DossierReport.ChangesPage(With([]))).Value);

    [Fact]
    public void Page_SomebodyIsOfficerAndOwner_IsListedOnceWithAllRoles()
    {
        CompanyDossier dossier = Dossiers.Usual();
        dossier.Officers[0].BirthDate = new DateTime(1971, 5, 6);
        XElement[] rows = [.. Rows(Body(DossierReport.Page(dossier, Dossiers.Review)).Descendants("section").Single(section => section.Attribute("id")!.Value == "people"))
            .Where(row => row.Value.Contains("Camille Exemple", StringComparison.Ordinal))];
        Assert.Equal("Président, since 2019-01-01\nBeneficial owner", Assert.Single(rows).Elements().ElementAt(1).Value);
    }

    [Fact]
    public void Page_AnOwnerSinceMidnight_IsOneSinceThatDay()
    {
        CompanyDossier dossier = Dossiers.Usual();
        dossier.BeneficialOwners[2].Extension = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            ["last_name"] = JsonSerializer.SerializeToElement("Exemple"),
            ["start_date"] = JsonSerializer.SerializeToElement("2017-07-07 00:00:00"),
        };
        XElement page = Body(DossierReport.Page(dossier, Dossiers.Review));
        Assert.Contains("Beneficial owner, since 2017-07-07", page.Descendants("span").Select(span => span.Value));
        Assert.DoesNotContain("00:00:00", page.Descendants("section").Last().Value);
    }

    [Fact]
    public void Page_Always_HasIdsInTheAppendixAlone()
    {
        XElement page = Body(DossierReport.Page(Dossiers.Usual(), Dossiers.Review));
        string[] ids = ["o-Exemple", "b-Exemple", "f-1", "s-0", "c-1", "u-1"];
        XElement appendix = page.Descendants("section").Last();
        Assert.Equal("appendix", appendix.Attribute("id")!.Value);
        Assert.All(ids, id => Assert.Contains(id, appendix.Value));
        appendix.Remove();
        Assert.All(ids, id => Assert.DoesNotContain($">{id}<", page.ToString()));
    }

    [Fact]
    public void Page_CollectedAt_IsWhenAllHadCome()
    {
        XElement header = Body(DossierReport.Page(Dossiers.Usual(), Dossiers.Review)).Element("header")!;
        Assert.Equal("Collected2024-01-15 12:01:03 UTC", header.Descendants("div").First().Value);
    }

    [Fact]
    public void Page_NoOwnerOverTheThreshold_NamesTheLegalRepresentatives()
    {
        CompanyDossier dossier = Dossiers.Usual();
        dossier.BeneficialOwners.Clear();
        dossier.BeneficialOwners.AddRange(Enumerable.Range(1, 5).Select(i => Dossiers.Owner($"P{i}", "Q", 20, 20)));
        dossier.Officers.Add(Dossiers.Officer("Audit", "Fictif", "Commissaire aux comptes titulaire"));
        dossier.Officers.Add(Dossiers.Officer("Conseil", "Fictif", "Président du conseil de surveillance"));
        string findings = Body(DossierReport.Page(dossier, Dossiers.Review)).Descendants("section").First().Value;
        Assert.Contains("By their roles these are: Camille Exemple (Président), Dominique Modèle (Directeur général).", findings);
    }

    [Fact]
    public void Page_PreparedAndReviewed_SaysByWhomAndTheTitle()
    {
        XElement header = Body(DossierReport.Page(Dossiers.Usual(), new ReportOptions { Time = Dossiers.Review.Time, Title = "Annual review", PreparedBy = "A. Preparer", ReviewedBy = "B. Reviewer" })).Element("header")!;
        foreach (string text in new[] { "Annual review", "Prepared byA. Preparer", "Reviewed byB. Reviewer" })
        {
            Assert.Contains(text, header.Value);
        }
    }

    [Fact]
    public void Page_HostileName_StaysWithinTheStringOfThePrintStyle()
    {
        CompanyDossier dossier = Dossiers.From("x\"; } body { display: none } </style> é😀");
        string page = DossierReport.Page(dossier, Dossiers.Review);
        string style = XDocument.Parse(page["<!DOCTYPE html>".Length..]).Root!.Element("head")!.Element("style")!.Value;
        Assert.Contains(@"content: ""x\22 \3b  \7d  body \7b  display\3a  none \7d  \3c \2f style\3e  \e9 \1f600  \b7  123456789""", style);
        Assert.DoesNotContain("&", page[page.IndexOf("<style>", StringComparison.Ordinal)..page.IndexOf("</style>", StringComparison.Ordinal)]);
    }

    [Fact]
    public void Page_Any_PrintsCompanyDateAndNumberOnEachSheet()
        => Assert.Matches(@"@top-right \{[^}]*content: ""2024\\2d 01\\2d 15 \\b7  Page "" counter\(page\) "" of "" counter\(pages\) """, DossierReport.Page(Dossiers.Usual(), Dossiers.Review));

    private static DossierLine Line(CompanyDossier dossier) => new(dossier, "x.html", Dossiers.Review);

    private static ReportOptions With(IEnumerable<DossierChange> changes) => new() { Time = Dossiers.Review.Time, Changes = changes };

    private static CompanyDossier Sandbox()
    {
        CompanyDossier usual = Dossiers.Usual();
        CompanyDossier dossier = new() { Siren = usual.Siren, Name = usual.Name, Service = "sandbox.test/qard", DataTypes = usual.DataTypes, CollectedAt = usual.CollectedAt };
        dossier.Add("COMPANY_PROFILE", [usual.Profile!]);
        dossier.Add("COMPANY_OFFICER", [.. usual.Officers]);
        dossier.Add("BENEFICIAL_OWNER", [.. usual.BeneficialOwners]);
        dossier.Add("VAT_DECLARATION", [.. usual.Data["VAT_DECLARATION"]]);
        return dossier;
    }

    private static CompanyDossier Closed(CompanyDossier dossier)
    {
        dossier.Profile!.RncsClosingDate = new DateTime(2023, 3, 1);
        return dossier;
    }

    private static IEnumerable<XElement> Rows(XElement part) => part.Descendants("tbody").First().Elements("tr");

    private static XElement Body(string page) => XDocument.Parse(page["<!DOCTYPE html>".Length..]).Root!.Element("body")!;
}
