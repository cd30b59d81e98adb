using System.Net;
using System.Text.Json;
using CompanyData.Sandbox.Powens;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Powens;

public sealed class ConnectorTests : IDisposable
{
    private readonly PowensWorld _world = new() { Token = null };

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task List_WithoutAToken_HasEveryConnectorOfTheTable()
    {
        var list = await _world.ReadAsync("connectors");

        Assert.Equal(MagicConnectors.All.Count, list.GetProperty("total").GetInt32());
        Assert.Equal(
            MagicConnectors.All.Select(magic => (magic.Id, magic.Uuid, magic.Name)),
            list.GetProperty("connectors").EnumerateArray().Select(connector => (
                connector.GetProperty("id").GetInt64(),
                connector.GetProperty("uuid").GetString()!,
                connector.GetProperty("name").GetString()!)));
        Assert.False(list.GetProperty("connectors")[0].TryGetProperty("fields", out _));
    }

    [Fact]
    public void Table_HasIdsInOrderAndNoTwoNames()
    {
        Assert.Equal(Enumerable.Range(1, MagicConnectors.All.Count), MagicConnectors.All.Select(magic => (int)magic.Id));
        Assert.Equal(MagicConnectors.All.Count, MagicConnectors.All.Select(magic => magic.Name).Distinct().Count());
        Assert.Same(MagicConnectors.All[0], MagicConnectors.Bank);
        Assert.Same(MagicConnectors.All[1], MagicConnectors.Provider);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("00000000-0000-4000-8000-000000000001")]
    public async Task Read_ByIdOrUuid_IsTheSame(string id)
    {
        var connector = await _world.ReadAsync($"connectors/{id}?expand=fields,sources,countries,urls");

        Assert.Equal("Banque Exemple", connector.GetProperty("name").GetString());
        Assert.Equal(["login", "password"], connector.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()));
        Assert.Equal("password", connector.GetProperty("fields")[1].GetProperty("type").GetString());
        Assert.True(connector.GetProperty("fields")[0].GetProperty("required").GetBoolean());
        Assert.Equal("directaccess", connector.GetProperty("sources")[0].GetProperty("name").GetString());
        Assert.Equal("FR", connector.GetProperty("countries")[0].GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Array, connector.GetProperty("urls").ValueKind);
        Assert.Equal("credentials", connector.GetProperty("auth_mechanism").GetString());
    }

    [Theory]
    [InlineData("DE", 1)]
    [InlineData("de,ES", 2)]
    [InlineData("XX", 0)]
    public async Task List_OfCountries_HasThose(string countries, int expected) =>
        Assert.Equal(expected, (await _world.ReadAsync($"connectors?country_codes={countries}")).GetProperty("total").GetInt32());

    [Fact]
    public async Task Fields_OfAList_NameTheirValues()
    {
        var fields = (await _world.ReadAsync("connectors/21?expand=fields")).GetProperty("fields");

        Assert.Equal(["private", "business"], fields[0].GetProperty("values").EnumerateArray().Select(value => value.GetProperty("value").GetString()));
        Assert.False(fields[3].GetProperty("required").GetBoolean());
    }

    [Fact]
    public async Task Read_OfNoConnector_Is404InTheFormOfErrors()
    {
        var answer = await _world.GetAsync("connectors/99");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(["code", "description", "message", "request_id"], answer.Json.EnumerateObject().Select(field => field.Name));
        Assert.Equal(answer.Message.Headers.GetValues("X-Request-Id").Single(), answer.Text("request_id"));
    }

    [Fact]
    public async Task Read_OfTheHtmlConnector_IsAPage()
    {
        var answer = await _world.GetAsync("connectors/18");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("text/html", answer.Message.Content.Headers.ContentType!.MediaType);
        Assert.Contains("400 Bad Request", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_OfTheStrangeConnector_HasWhatNoDocumentNames()
    {
        var connector = await _world.ReadAsync("connectors/17");

        Assert.Equal("telepathy", connector.GetProperty("auth_mechanism").GetString());
        Assert.Contains("divination", connector.GetProperty("capabilities").EnumerateArray().Select(item => item.GetString()));
        Assert.Equal(42, connector.GetProperty("new_object").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task AccountTypesAndCurrencies_WithoutAToken_AreListed()
    {
        var types = (await _world.ReadAsync("account_types")).GetProperty("accounttypes").EnumerateArray();
        var currencies = (await _world.ReadAsync("currencies")).GetProperty("currencies").EnumerateArray();

        Assert.Contains("lifeinsurance", types.Select(type => type.GetProperty("name").GetString()));
        Assert.Contains("EUR", currencies.Select(currency => currency.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Call_WithAWrongMethod_Is405() =>
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _world.SendAsync("DELETE", "connectors")).Status);
}
