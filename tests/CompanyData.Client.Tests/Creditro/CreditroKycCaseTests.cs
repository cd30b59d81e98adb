using CompanyData.Client.Tests.Support;
using CompanyData.Creditro;
using CompanyData.Json;

namespace CompanyData.Client.Tests.Creditro;

/// <summary>The fields of a case are not published: any likely name is taken, and nothing is lost.</summary>
public class CreditroKycCaseTests
{
    [Theory]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"_id":"1"}""")]
    [InlineData("""{"caseId":1}""")]
    [InlineData("""{"kycCaseId":"1"}""")]
    [InlineData("""{"id":null,"uuid":"1"}""")]
    public async Task Id_AnyCandidate_IsTaken(string item) => Assert.Equal("1", (await OneAsync(item)).Id);

    [Theory]
    [InlineData("""{"name":"Example"}""")]
    [InlineData("""{"companyName":"Example"}""")]
    [InlineData("""{"company":{"name":"Example"}}""")]
    [InlineData("""{"customer":{"name":"Example"}}""")]
    [InlineData("""{"name":{"first":"x"},"title":"Example"}""")]
    public async Task Name_AnyCandidate_IsTaken(string item) => Assert.Equal("Example", (await OneAsync(item)).Name);

    [Theory]
    [InlineData("""{"companyNumber":"12345678"}""")]
    [InlineData("""{"cvr":12345678}""")]
    [InlineData("""{"company":{"cvr":"12345678"}}""")]
    [InlineData("""{"company":{"number":12345678}}""")]
    public async Task CompanyNumber_AnyCandidate_IsTaken(string item) => Assert.Equal("12345678", (await OneAsync(item)).CompanyNumber);

    [Theory]
    [InlineData("""{"status":"open","risk":"high"}""")]
    [InlineData("""{"state":"open","riskLevel":"high"}""")]
    [InlineData("""{"caseStatus":"open","risk":{"level":"high"}}""")]
    [InlineData("""{"STATUS":"open","RISK":"high"}""")]
    public async Task StatusAndRisk_AnyCandidate_AreTaken(string item)
    {
        CreditroKycCase kyc = await OneAsync(item);
        Assert.Equal(("open", "high"), (kyc.Status, kyc.Risk));
    }

    [Fact]
    public async Task Dates_AnyCandidate_AreTaken()
    {
        CreditroKycCase kyc = await OneAsync("""{"created_at":"2024-01-15","lastUpdated":"2024-01-16T10:30:00Z"}""");
        Assert.Equal(new DateTime(2024, 1, 15), kyc.CreatedAt!.Value.Date);
        Assert.Equal(new DateTime(2024, 1, 16), kyc.UpdatedAt!.Value.Date);
    }

    [Theory]
    [InlineData("""{"createdAt":"soon"}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"createdAt":{}}""")]
    public async Task Item_WithoutUsefulFields_HasEmptyProperties(string item)
    {
        CreditroKycCase kyc = await OneAsync(item);
        Assert.Equal((null, null, null, null, null), (kyc.Id, kyc.Name, kyc.Status, kyc.Risk, kyc.CreatedAt));
        Assert.Equal(string.Empty, kyc.ToString());
    }

    [Fact]
    public async Task AdditionalFields_EveryField_IsKept()
    {
        FieldMap fields = (await OneAsync("""{"id":"1","novel":{"deep":[1,{"x":"y"}]},"score":0.10,"flag":true,"nothing":null}""")).GetAdditionalFields();
        Assert.Equal(["id", "novel", "score", "flag", "nothing"], fields.Keys);
        Assert.Equal("y", Assert.IsType<FieldMap>(Assert.IsType<ValueList<object?>>(Assert.IsType<FieldMap>(fields["novel"])["deep"])[1])["x"]);
        Assert.Equal((0.10m, true, null), (fields["score"], fields["flag"], fields["nothing"]));
    }

    private static async Task<CreditroKycCase> OneAsync(string item)
    {
        using CreditroWire wire = new();
        return Assert.Single(await wire.Then(Replies.Json($$"""{"items":[{{item}}]}""")).ReadAsync());
    }
}
