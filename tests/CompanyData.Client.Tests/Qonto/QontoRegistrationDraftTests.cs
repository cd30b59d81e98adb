using System.Globalization;
using System.Text.Json.Nodes;
using CompanyData.Client.Tests.Support;
using CompanyData.Qonto;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Qonto;

public class QontoRegistrationDraftTests
{
    private static readonly QontoRules Rules = new(SampleRegistrations.Today, QontoOAuthNames.Default);

    [Theory]
    [InlineData("0.10")]
    [InlineData("1023.43")]
    [InlineData("12345678901234567890.12")]
    [InlineData("1000")]
    [InlineData("0.1000000000000000000001")]
    public void Draft_AmountAsNumber_BecomesTheSameDigitsAsText(string number)
    {
        JsonObject registration = Parse(SampleRegistrations.One().ToJsonString().Replace("\"600.00\"", number));
        QontoRegistrationDraft draft = new(registration, Rules);
        Assert.Contains($"\"capital_amount\":{{\"value\":\"{number}\",\"currency\":\"EUR\"}}", draft.Json);
        Assert.Empty(draft.Findings);
    }

    [Fact]
    public void Draft_AnyNumberOfCents_KeepsEachDigit() => Holds.ForAll(SampleRegistrations.Amounts, amount =>
    {
        QontoRegistrationDraft draft = new(Parse("""{"organization":{"total_capital_amount":{"value":#,"currency":"EUR"}}}""".Replace("#", amount)), Rules);
        Assert.Equal(amount, Parse(draft.Json)["organization"]!["total_capital_amount"]!["value"]!.GetValue<string>());
    });

    [Fact]
    public void Draft_AmountAsDecimal_KeepsItsZeros()
    {
        JsonObject registration = SampleRegistrations.One();
        registration["organization"]!["total_capital_amount"]!["value"] = 1000.10m;
        registration["stakeholders"]![1]!["legal_entities"]![0]!["capital_amount"] = decimal.Parse("400.00", CultureInfo.InvariantCulture);
        QontoRegistrationDraft draft = new(registration, Rules);
        Assert.Contains("\"value\":\"1000.10\"", draft.Json);
        Assert.Contains("\"capital_amount\":\"400.00\"", draft.Json);
        Assert.Empty(draft.Findings);
    }

    [Theory]
    [InlineData("1e2")]
    [InlineData("-5")]
    public void Draft_NumberThatIsNoPlainAmount_IsFoundAndNotTurnedIntoAnother(string number)
    {
        JsonObject registration = Parse(SampleRegistrations.One().ToJsonString().Replace("\"1000.00\"", number));
        QontoRegistrationDraft draft = new(registration, Rules);
        Assert.Contains($"\"value\":\"{number}\"", draft.Json);
        Assert.Equal(("amount-form", "/organization/total_capital_amount"), (Assert.Single(draft.Findings).Rule, draft.Findings[0].Pointer));
    }

    [Fact]
    public void Draft_NumbersThatAreNoAmounts_StayNumbers()
    {
        QontoRegistrationDraft draft = new(Parse("""{"extra":{"value":1.50},"stakeholders":[{"value":2}]}"""), Rules);
        Assert.Equal("""{"extra":{"value":1.50},"stakeholders":[{"value":2}]}""", draft.Json);
    }

    [Fact]
    public void Draft_Properties_ShowWhatItIsAbout()
    {
        QontoRegistrationDraft draft = new(SampleRegistrations.One(), Rules);
        Assert.Equal(("existing_company", "Example existing_company", "123456789", 2), (draft.LegalFlow, draft.LegalName, draft.LegalNumber, draft.Stakeholders));
        Assert.Equal("Example existing_company (123456789)", draft.ToString());
    }

    [Theory]
    [InlineData("""{"legal_name":"Martin"}""", "Martin")]
    [InlineData("""{"legal_number":"383474814"}""", "383474814")]
    [InlineData("{}", "a company without a name")]
    public void Draft_PartlyNamed_ReadsAsWhatIsKnown(string organization, string expected) =>
        Assert.Equal(expected, new QontoRegistrationDraft(Parse($$"""{"organization":{{organization}}}"""), Rules).ToString());

    [Fact]
    public void Draft_Empty_HasNoneOfThem()
    {
        QontoRegistrationDraft draft = new([], Rules);
        Assert.Equal((null, null, null, 0), (draft.LegalFlow, draft.LegalName, draft.LegalNumber, draft.Stakeholders));
        Assert.NotEmpty(draft.Findings);
    }

    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;
}
