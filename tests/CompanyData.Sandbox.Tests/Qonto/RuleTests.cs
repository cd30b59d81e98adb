using System.Net;
using System.Text.Json.Nodes;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qonto;

/// <summary>Each rule broken alone in a body that else breaks none.</summary>
public sealed class RuleTests : IDisposable
{
    private readonly QontoWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("/legal_flow", null, "required")]
    [InlineData("/legal_flow", "\"NEW COMPANY\"", "invalid_format")]
    [InlineData("/legal_flow", "1", "invalid_type")]
    [InlineData("/locale", "\"nl\"", "not_in_list")]
    [InlineData("/partner_redirect_url", "\"dashboard\"", "invalid_format")]
    [InlineData("/partner_user", null, "required")]
    [InlineData("/partner_user", "\"John\"", "invalid_type")]
    [InlineData("/partner_user/email", null, "required")]
    [InlineData("/partner_user/email", "\"john@example\"", "invalid_format")]
    [InlineData("/partner_user/email", "\"jöhn@example.test\"", "invalid_format")]
    [InlineData("/partner_user/email", "\"john doe@example.test\"", "invalid_format")]
    [InlineData("/partner_user/email", "\"john@example.test\\n\"", "invalid_format")]
    [InlineData("/organization", "[]", "invalid_type")]
    [InlineData("/organization/entity_type", "\"club\"", "not_in_list")]
    [InlineData("/organization/legal_form", "\"GmbH\"", "not_in_list")]
    [InlineData("/organization/legal_registration_date", "\"25/12/2023\"", "invalid_format")]
    [InlineData("/organization/legal_vat_number", "\"FR12345678901\"", "not_allowed")]
    [InlineData("/organization/legal_number", "123456789", "invalid_type")]
    [InlineData("/organization/address/country", "\"France\"", "invalid_format")]
    [InlineData("/organization/total_capital_amount", "\"1023.43\"", "invalid_type")]
    [InlineData("/organization/total_capital_amount/value", "1023.43", "invalid_type")]
    [InlineData("/organization/total_capital_amount/value", "\"1.023,43\"", "invalid_format")]
    [InlineData("/organization/total_capital_amount/value", "\"1e3\"", "invalid_format")]
    [InlineData("/organization/total_capital_amount/value", "\"-1\"", "invalid_format")]
    [InlineData("/organization/total_capital_amount/value", null, "required")]
    [InlineData("/organization/total_capital_amount/currency", "\"USD\"", "not_in_list")]
    [InlineData("/stakeholders", "{}", "invalid_type")]
    [InlineData("/stakeholders/0/is_owner", "\"yes\"", "invalid_type", "/stakeholders/0/is_owner:invalid_type", "/stakeholders:invalid")]
    [InlineData("/stakeholders/0/email", null, "required")]
    [InlineData("/stakeholders/1/email", "\"second\"", "invalid_format")]
    [InlineData("/stakeholders/0/gender", "\"unknown\"", "not_in_list")]
    [InlineData("/stakeholders/0/phone_number", null, "required")]
    [InlineData("/stakeholders/0/phone_number", "\"0123456789\"", "invalid_format")]
    [InlineData("/stakeholders/0/phone_number", "\"+33 1 23 45 67 89\"", "invalid_format")]
    [InlineData("/stakeholders/1/phone_number", "\"+33-123456789\"", "invalid_format")]
    [InlineData("/stakeholders/0/nationality", "\"French\"", "invalid_format")]
    [InlineData("/stakeholders/0/birth_date", "\"2024-01-16\"", "out_of_range")]
    [InlineData("/stakeholders/0/birth_date", "\"1874-01-14\"", "out_of_range")]
    [InlineData("/stakeholders/0/birth_date", "\"yesterday\"", "invalid_format")]
    [InlineData("/stakeholders/0/birth_address/postal_code", null, "required")]
    [InlineData("/stakeholders/0/residence_address/country", "\"fr\"", "invalid_format")]
    [InlineData("/stakeholders/0/shareholding_type", "\"legal\"", "not_in_list")]
    [InlineData("/stakeholders/0/capital_amount", null, "required")]
    [InlineData("/stakeholders/0/capital_amount/value", "\"0.00\"", "invalid")]
    [InlineData("/stakeholders/1/capital_amount", null, "required")]
    [InlineData("/stakeholders/1/legal_entities", "[]", "required")]
    [InlineData("/stakeholders/1/legal_entities/0/capital_amount", "\"0\"", "invalid")]
    [InlineData("/stakeholders/1/legal_entities/0/capital_amount", "23.33", "invalid_type")]
    [InlineData("/stakeholders/1/legal_entities/1/capital_amount/value", "\"0.0\"", "invalid")]
    [InlineData("/stakeholders/1/legal_entities/1/legal_country", "\"DEU\"", "invalid_format")]
    public async Task Registration_WithOneRuleBroken_IsRefusedAtItsPlace(string place, string? json, string code, params string[] expected)
    {
        var found = await RefusedAsync(Registrations.Creation().With(place, json));
        Assert.Equal(expected.Length == 0 ? [$"{place}:{code}"] : expected, found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/organization/legal_form", "\"Autre société civile\"")]
    [InlineData("/organization/legal_registration_date", null)]
    [InlineData("/stakeholders/0/phone_number", "\"0033 123456789\"")]
    [InlineData("/stakeholders/0/phone_number", "\"+33123456789\"")]
    [InlineData("/stakeholders/0/phone_number", "\"0033123456789\"")]
    [InlineData("/stakeholders/0/birth_date", "\"2024-01-15\"")]
    [InlineData("/stakeholders/0/birth_date", "\"1874-01-16\"")]
    [InlineData("/stakeholders/0/birth_date", "\"2021-08-17T12:31:32.689Z\"")]
    [InlineData("/stakeholders/0/birth_address", """{"city":"Berlin","country":"DE"}""")]
    [InlineData("/stakeholders/1/phone_number", null)]
    [InlineData("/stakeholders/1/is_owner", null)]
    [InlineData("/stakeholders/0/capital_amount/currency", null)]
    [InlineData("/partner_user/email", "\"a+b@example.co.test\"")]
    public async Task Registration_AtTheEdgeOfARule_IsMade(string place, string? json) =>
        await _world.CreateAsync(Registrations.Creation().With(place, json));

    [Theory]
    [InlineData("DE12345678")]
    [InlineData("DE1234567890")]
    [InlineData("FR123456789")]
    [InlineData("de123456789")]
    public async Task GermanVatNumber_OfAnotherForm_IsRefused(string number) =>
        Assert.Equal(["/organization/legal_vat_number:invalid_format"], await RefusedAsync(Registrations.German(number)));

    [Fact]
    public async Task VatNumber_ElsewhereThanInGermany_HasAnyForm() =>
        await _world.CreateAsync(Registrations.OfSeed().With("/organization/legal_vat_number", "\"FR 12 345\""));

    [Fact]
    public async Task Owners_NoneOrTwo_AreRefused()
    {
        var none = Registrations.Creation().With("/stakeholders/0/is_owner", "false");
        var two = Registrations.Creation().With("/stakeholders/1/is_owner", "true").With("/stakeholders/1/phone_number", "\"+49 1234567\"");

        Assert.Equal(["/stakeholders:invalid"], await RefusedAsync(none));
        Assert.Equal(["/stakeholders:invalid"], await RefusedAsync(two));
    }

    [Fact]
    public async Task Freelancer_WithoutCapital_IsMadeAndACompanyIsNot()
    {
        await _world.CreateAsync(Registrations.Freelancer());
        var company = Registrations.Freelancer().With("/organization/entity_type", "\"company\"");
        Assert.Equal(["/stakeholders/0/capital_amount:required"], await RefusedAsync(company));
    }

    [Theory]
    [InlineData("""{"on":true,"id":"a","scopes":"b","state":"c","uri":"https://example.test/"}""", true)]
    [InlineData("""{"on":true,"id":"a","scopes":"b","state":"c"}""", false)]
    [InlineData("""{"on":true,"id":"a","scopes":"b","state":" ","uri":"https://example.test/"}""", false)]
    [InlineData("""{"on":false}""", true)]
    public async Task OAuth_WhereItIsAskedFor_NeedsAllOfItsFields(string json, bool isMade)
    {
        var body = Registrations.OfSeed().With("/oauth_settings", json);
        if (isMade)
        {
            await _world.CreateAsync(body);
            return;
        }

        Assert.Equal(["/oauth_settings:required"], await RefusedAsync(body));
    }

    [Fact]
    public async Task Registration_WithManyRulesBroken_HasAnEntryForEach()
    {
        var body = Registrations.Creation()
            .With("/locale", "\"nl\"")
            .With("/stakeholders/0/email", "\"owner\"")
            .With("/stakeholders/1/capital_amount", null);

        Assert.Equal(
            ["/locale:not_in_list", "/stakeholders/0/email:invalid_format", "/stakeholders/1/capital_amount:required"],
            await RefusedAsync(body));
        Assert.Equal(0, (await _world.ReadAsync("registrations")).GetProperty("meta").GetProperty("total_count").GetInt32());
    }

    private async Task<IReadOnlyList<string>> RefusedAsync(JsonNode body)
    {
        var answer = await _world.PostAsync(body);
        Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{answer.Status} {answer.Body}");
        Assert.NotEmpty(answer.Text("trace_id"));
        var errors = answer.Json.GetProperty("errors").EnumerateArray().ToList();
        Assert.All(errors, error => Assert.NotEmpty(error.GetProperty("detail").GetString()!));
        return
        [
            .. errors.Select(error => $"{error.GetProperty("source").GetProperty("pointer").GetString()}:{error.GetProperty("code").GetString()}"),
        ];
    }
}
