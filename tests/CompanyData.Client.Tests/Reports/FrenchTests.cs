using System.Reflection;
using System.Xml.Linq;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Json;
using CompanyData.Qard;
using CompanyData.Reports;

namespace CompanyData.Client.Tests.Reports;

/// <summary>A French reader gets French pages: no text of ours stays English.</summary>
public sealed class FrenchTests
{
    /// <summary>Words that are the same in both languages.</summary>
    private static readonly string[] Same =
        ["SANDBOX", "SIREN", "SIRET", "APE", "Date", "Source", "Sources", "Type", "Service", "Note", "Capital", "Description", "Nature", "BIC", "IBAN", "Total", "CompanyData", "UTC", "FR", "EUR", "Page", "Conclusion"];

    private static readonly ReportOptions French = new()
    {
        Time = Dossiers.Review.Time,
        Language = "fr",
        PreparedBy = "told",
        ReviewedBy = "told",
        Changes = DossierComparison.Compare(Dossiers.Usual(), Changed(), new ReviewOptions { Language = "fr" }),
    };

    private static readonly ReportOptions English = new()
    {
        Time = Dossiers.Review.Time,
        PreparedBy = "told",
        ReviewedBy = "told",
        Changes = DossierComparison.Compare(Dossiers.Usual(), Changed(), new ReviewOptions()),
    };

    public static TheoryData<string> Fixed => [.. Fixtures().Keys];

    [Theory]
    [MemberData(nameof(Fixed))]
    public void Page_InFrench_SharesNoTextWithTheEnglishOne(string which)
    {
        CompanyDossier dossier = Fixtures()[which];
        foreach (Func<ReportOptions, string> write in new Func<ReportOptions, string>[]
        {
            options => DossierReport.Page(dossier, options),
            options => DossierReport.ChangesPage(dossier, options),
            options => DossierReport.ChangesPage(options),
            options => DossierReport.Index([new DossierLine(dossier, "x.html", options)], options),
        })
        {
            Assert.Contains("<html lang=\"fr\">", write(French));
            Assert.DoesNotContain(Texts(write(French)).Intersect(Texts(write(English)), StringComparer.Ordinal), text => !IsData(text, dossier));
        }
    }

    [Fact]
    public void Labels_OfEveryKnownProperty_AreFrench()
    {
        Type[] models = [typeof(QardCompanyProfile), typeof(QardCompanyOfficer), typeof(QardOfficerRole), typeof(QardBeneficialOwner), typeof(QardAddress), typeof(QardActivity), typeof(QardCapital), typeof(QardLegal), typeof(QardHeadquarter), typeof(QardSyncItem),
            typeof(QardCommerceTransaction), typeof(QardCommerceSubscription), typeof(QardCommerceTransactionInsight), typeof(QardCommerceSubscriptionInsight)];
        Assert.DoesNotContain(
            models.SelectMany(model => model.GetProperties())
                .Where(property => property.DeclaringType is var type && type != typeof(ApiObject) && type != typeof(QardUserData))
                .Select(property => property.Name),
            name => !FieldLabels.Known.ContainsKey(name));
    }

    [Fact]
    public void Labels_OfEveryDataType_AreFrench()
    {
        Wording french = new("fr");
        Assert.DoesNotContain(QardDataType.All, type => french.Label(type.Name) == new Wording("en").Label(type.Name));
    }

    [Theory]
    [InlineData("Status", "AUTH_REQUIRED", "Consentement requis")]
    [InlineData("Reasons", "PEP; CLOSED_COMPANY", "Personne politiquement exposée; Société fermée")]
    [InlineData("Details.nodes.type", "PERSON", "Personne")]
    [InlineData("account_type", "CHECKING", "Compte courant")]
    [InlineData("Status", "PAUSED", "PAUSED")]
    [InlineData("Reasons", "PEP; SOMETHING_NEW", "PEP; SOMETHING_NEW")]
    [InlineData("Name", "ACTIVE", "ACTIVE")]
    public void Value_WordOfAnEnumeration_IsFrenchInItsFieldOnly(string field, string value, string french)
    {
        Assert.Equal(french, new Wording("fr").Value(field, value));
        Assert.Equal(value, new Wording("en").Value(field, value));
    }

    [Fact]
    public void Page_TextOfTheServiceInEnglish_IsMarked()
    {
        CompanyDossier dossier = Dossiers.Failed();
        dossier.Fail("User", "the connection failed: Name or service not known", "Wake it.", "QardNetwork");
        const string Reason = "<p>Non collecté\u00a0: Utilisateur\u00a0: la connexion a échoué\u00a0: <span lang=\"en\">Name or service not known</span></p>";
        string page = DossierReport.Page(dossier, French);
        Assert.Contains(Reason, page);
        Assert.Contains("Que faire\u00a0: <span lang=\"en\">Wake it.</span>", page);
        Assert.DoesNotContain("lang=\"en\"", DossierReport.Page(dossier, English).Replace("<html lang=\"en\"", string.Empty));
    }

    [Fact]
    public void Phrases_AllThereAre_HaveTheSamePlacesInBothLanguages()
    {
        Phrase[] phrases = [.. typeof(ReportText).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == typeof(Phrase)).Select(field => (Phrase)field.GetValue(null)!),
            .. ReportText.Words.Values, .. FieldLabels.Known.Values];
        Assert.All(phrases, phrase =>
        {
            Assert.NotEmpty(phrase.French);
            Assert.Equal(Places(phrase.English), Places(phrase.French));
        });
    }

    [Fact]
    public void Page_InFrench_WritesDatesAndNumbersAsTheFrenchDo()
    {
        string page = DossierReport.Page(Dossiers.Usual(), French);
        foreach (string text in new[] { "15/01/2024 12:01:03 UTC", "03/02/1970", "59,5\u00a0% des droits de vote", "37\u202f000 EUR", "Président, depuis le 01/01/2019" })
        {
            Assert.Contains(text, page);
        }

        Assert.DoesNotMatch(@"\d{4}-\d{2}-\d{2}", string.Join("\n", Texts(page)));
    }

    private static Dictionary<string, CompanyDossier> Fixtures() => new(StringComparer.Ordinal)
    {
        ["usual"] = Dossiers.Usual(),
        ["big"] = Dossiers.Big(),
        ["empty"] = Dossiers.Empty(),
        ["failed"] = Dossiers.Failed(),
    };

    private static CompanyDossier Changed()
    {
        CompanyDossier dossier = Dossiers.Usual();
        dossier.Profile!.RncsClosingDate = new DateTime(2023, 3, 1);
        dossier.Profile.Capital = new() { Amount = new Money(40000, "EUR") };
        dossier.Officers.RemoveAt(1);
        return dossier;
    }

    private static string Places(string text) => string.Concat("0123".Where(number => text.Contains($"{{{number}}}")));

    private static IEnumerable<string> Texts(string page) => XDocument.Parse(page["<!DOCTYPE html>".Length..]).Root!.DescendantNodes().OfType<XText>()
        .Where(text => text.Parent!.Name.LocalName is not "style")
        .Select(text => text.Value.Trim())
        .Where(text => text.Any(char.IsLetter));

    /// <summary>What the services say is not translated.</summary>
    private static bool IsData(string text, CompanyDossier dossier)
    {
        IReadOnlyList<string> told = ToldFacts.From(dossier).Concat(ToldFacts.From(Dossiers.Usual())).Concat(ToldFacts.From(Changed())).Append("TOLD").ToArray();
        string rest = ToldFacts.Plain(text);
        return Same.Contains(text, StringComparer.Ordinal) || text.EndsWith('…') || told.Contains(rest) || told.Where(fact => fact.Length > 3 && rest.Contains(fact, StringComparison.Ordinal)).Sum(fact => fact.Length) >= rest.Length / 2;
    }
}
