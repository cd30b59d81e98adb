using System.Text.Json.Nodes;
using CompanyData.Client.Tests.Support;
using CompanyData.Qonto;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Qonto;

public class QontoRulesTests
{
    private static readonly QontoRules Rules = new(SampleRegistrations.Today, QontoOAuthNames.Default);

    public static TheoryData<string> Mutations => [.. QontoMutations.All.Keys];

    [Fact]
    public void Check_ValidRegistration_FindsNothing()
        => Holds.ForAll(SampleRegistrations.Valid, registration => Assert.Empty(Rules.Check(registration)));

    [Theory]
    [MemberData(nameof(Mutations))]
    public void Check_SingleMutation_IsFoundAtItsPointer(string name)
    {
        (Action<JsonObject> apply, string rule, string pointer) = QontoMutations.All[name];
        JsonObject registration = SampleRegistrations.One();
        apply(registration);

        QontoFinding finding = Assert.Single(Rules.Check(registration));
        Assert.Equal((rule, pointer), (finding.Rule, finding.Pointer));
        Assert.False(string.IsNullOrWhiteSpace(finding.Message));
        Assert.EndsWith(".", finding.Remedy);
        Assert.Equal($"{pointer}: {finding.Message}", finding.ToString());
    }

    [Fact]
    public void Check_AnyMutationOfAnyValidRegistration_IsFoundAtItsPointer() => Holds.ForAll(
        from registration in SampleRegistrations.Valid
        from mutation in Gen.Elements(QontoMutations.All.Keys.ToArray())
        select (registration, mutation),
        pair =>
        {
            (Action<JsonObject> apply, string rule, string pointer) = QontoMutations.All[pair.mutation];
            JsonObject registration = (JsonObject)pair.registration.DeepClone();
            apply(registration);
            QontoFinding finding = Assert.Single(Rules.Check(registration));
            Assert.Equal((rule, pointer), (finding.Rule, finding.Pointer));
        });

    [Fact]
    public void Check_Mutations_BreakEveryRule()
    {
        string[] known =
        [
            "amount-currency", "amount-form", "birth-date-plausible", "birth-postal-code-french", "capital-required", "capital-zero-needs-entities",
            "capital-zero-physical", "country-form", "date-form", "email-form", "entity-capital-positive", "entity-type-known", "exactly-one-owner",
            "gender-known", "legal-flow-known", "legal-flow-required", "legal-form-known", "legal-number-required", "locale-known", "oauth-complete",
            "organization-required", "owner-phone-required", "partner-user-complete", "phone-form", "redirect-url-absolute", "shareholding-type-known",
            "stakeholder-email-required", "vat-existing-company-only", "vat-german-form",
        ];
        Assert.Equal(known, QontoMutations.All.Values.Select(mutation => mutation.Rule).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>A third flow exists whose name is not published.</summary>
    [Theory]
    [InlineData("invoicing")]
    [InlineData("new_company")]
    public void Check_LegalFlowThatIsNotDocumented_Passes(string flow)
    {
        JsonObject registration = SampleRegistrations.One();
        registration["legal_flow"] = flow;
        Assert.Empty(Rules.Check(registration));
    }

    [Fact]
    public void Check_EmptyObject_FindsWhatIsRequired() => Assert.Equal(
        [
            ("legal-flow-required", "/legal_flow"), ("partner-user-complete", "/partner_user/first_name"),
            ("partner-user-complete", "/partner_user/last_name"), ("partner-user-complete", "/partner_user/email"), ("organization-required", "/organization"),
        ],
        Rules.Check([]).Select(finding => (finding.Rule, finding.Pointer)));

    [Fact]
    public void Check_SeveralRulesBroken_FindsEach()
    {
        JsonObject registration = SampleRegistrations.One();
        registration["locale"] = "xx";
        registration["stakeholders"]![0]!["email"] = "nobody";
        registration["stakeholders"]![1]!["gender"] = "none";
        Assert.Equal(["locale-known", "email-form", "gender-known"], Rules.Check(registration).Select(finding => finding.Rule));
    }

    [Fact]
    public void Check_WrongKindsOfValue_FindsAndDoesNotFail()
    {
        JsonObject registration = (JsonObject)JsonNode.Parse("""
            {"legal_flow":["existing_company"],"locale":1,"partner_user":"x","organization":[],"stakeholders":{"email":1},"oauth":true}
            """)!;
        IReadOnlyList<QontoFinding> findings = Rules.Check(registration);
        Assert.Contains(findings, finding => finding.Pointer == "/legal_flow");
        Assert.Contains(findings, finding => finding.Pointer == "/locale");
        Assert.Contains(findings, finding => finding.Pointer == "/organization");
        Assert.Contains(findings, finding => finding.Pointer == "/stakeholders");
    }

    [Theory]
    [InlineData("2026-03-15", true)]
    [InlineData("2026-03-16", false)]
    [InlineData("1876-03-15", true)]
    [InlineData("1876-03-14", false)]
    [InlineData("1980-05-20T00:00:00+02:00", true)]
    public void Check_BirthDate_LiesWithin150YearsOfToday(string date, bool holds)
        => AssertRule(holds, "birth-date-plausible", registration => registration["stakeholders"]![0]!["birth_date"] = date);

    [Fact]
    public void Check_SameBirthDateOnAnotherDay_IsJudgedByThatDay()
    {
        JsonObject registration = SampleRegistrations.One();
        registration["stakeholders"]![0]!["birth_date"] = "2026-03-16";
        Assert.Single(Rules.Check(registration));
        Assert.Empty(new QontoRules(SampleRegistrations.Today.AddDays(1), QontoOAuthNames.Default).Check(registration));
    }

    [Theory]
    [InlineData("name@host.tld", true)]
    [InlineData("a.b+c@sub.host.tld", true)]
    [InlineData("!#$%&'*+-/^_`{|}~@host.tld", true)]
    [InlineData("name@host", false)]
    [InlineData("@host.tld", false)]
    [InlineData("name@.tld", false)]
    [InlineData("name@host.", false)]
    [InlineData("na me@host.tld", false)]
    [InlineData("name@@host.tld", false)]
    [InlineData("name@host.tld\n", false)]
    [InlineData("näme@host.tld", false)]
    [InlineData("na:me@host.tld", false)]
    [InlineData("na=me@host.tld", false)]
    public void Check_Email_HasTheFormOfTheSeed(string email, bool holds)
        => AssertRule(holds, "email-form", registration => registration["partner_user"]!["email"] = email);

    [Fact]
    public void Check_EmailLongAndHostile_IsJudgedInTime()
        => AssertRule(false, "email-form", registration => registration["partner_user"]!["email"] = string.Concat(Enumerable.Repeat("a.", 2000)) + "@" + new string('.', 2000) + " ");

    [Theory]
    [InlineData("+33 123456789", true)]
    [InlineData("+33123456789", true)]
    [InlineData("0033 123456789", true)]
    [InlineData("0033123456789", true)]
    [InlineData("+351912345678", true)]
    [InlineData("0123456789", false)]
    [InlineData("33123456789", false)]
    [InlineData("+33  123456789", false)]
    [InlineData("+33 1 23 45 67 89", false)]
    [InlineData("+33-123456789", false)]
    [InlineData("+0123456789", false)]
    [InlineData("+33", false)]
    [InlineData("+33 123456789\n", false)]
    [InlineData("+33 ١٢٣٤٥٦٧٨٩", false)]
    public void Check_Phone_IsInternational(string phone, bool holds)
        => AssertRule(holds, "phone-form", registration => registration["stakeholders"]![0]!["phone_number"] = phone);

    [Fact]
    public void Check_OAuthUnderOtherNames_IsCheckedThere()
    {
        QontoOAuthNames names = new() { Parent = "auth/x", Enabled = "on", ClientId = "c~d", Scopes = "s", State = "t", RedirectUri = "r" };
        JsonObject registration = SampleRegistrations.One();
        registration["auth/x"] = new JsonObject { ["on"] = true, ["s"] = "scope", ["t"] = "state", ["r"] = "https://partner.example.test" };
        QontoFinding finding = Assert.Single(new QontoRules(SampleRegistrations.Today, names).Check(registration));
        Assert.Equal("/auth~1x/c~0d", finding.Pointer);
    }

    [Fact]
    public void Check_MoreThanEnoughOwners_SaysHowMany()
    {
        JsonObject registration = SampleRegistrations.One();
        registration["stakeholders"]![1]!["is_owner"] = true;
        registration["stakeholders"]![1]!["phone_number"] = "+33 123456789";
        Assert.StartsWith("2 stakeholders", Assert.Single(Rules.Check(registration)).Message);
    }

    private static void AssertRule(bool holds, string rule, Action<JsonObject> change)
    {
        JsonObject registration = SampleRegistrations.One();
        change(registration);
        IEnumerable<string> expected = holds ? [] : [rule];
        Assert.Equal(expected, Rules.Check(registration).Select(finding => finding.Rule));
    }
}
