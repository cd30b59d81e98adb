using System.Net;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Powens;

public sealed class FirstUserTests : IDisposable
{
    private readonly PowensWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task FirstUser_FromTheStart_HasTwoFineConnections()
    {
        var connections = (await _world.ReadAsync("users/me/connections")).GetProperty("connections").EnumerateArray().ToList();

        Assert.Equal([1, 2], connections.Select(connection => connection.GetProperty("id").GetInt64()));
        Assert.All(connections, connection => Assert.Null(connection.GetProperty("state").GetString()));
        Assert.All(connections, connection => Assert.Equal("2024-01-15 11:30:00", connection.GetProperty("last_update").GetString()));
    }

    [Theory]
    [InlineData("users/me")]
    [InlineData("users/1")]
    [InlineData("users/me/connections/1?expand=connector[fields],sources,accounts")]
    [InlineData("users/me/connections/1/logs")]
    [InlineData("users/me/logs?limit=1&offset=1&id_source=2&state=bug")]
    [InlineData("logs")]
    [InlineData("users/me/connections/1/sources")]
    [InlineData("users/me/connections/1/sources/1")]
    [InlineData("users/me/balances?min_date=2024-01-01")]
    [InlineData("users/me/accounts/101/balances")]
    [InlineData("users/me/account_ownerships")]
    [InlineData("users/me/investments/10401/history")]
    [InlineData("users/me/transactions/1010000003/documents?limit=5")]
    [InlineData("documenttypes")]
    [InlineData("categories")]
    [InlineData("users/me/accounts")]
    [InlineData("users/me/accounts?all")]
    [InlineData("users/me/accounts/101")]
    [InlineData("users/me/connections/1/accounts")]
    [InlineData("users/me/transactions?limit=10")]
    [InlineData("users/me/accounts/101/transactions?limit=10")]
    [InlineData("users/me/connections/1/transactions?limit=10")]
    [InlineData("users/me/transactions/1010000003")]
    [InlineData("users/me/investments")]
    [InlineData("users/me/investments/10401")]
    [InlineData("users/me/accounts/104/investments")]
    [InlineData("users/me/connections/1/investments")]
    [InlineData("users/me/connections/2/subscriptions?all")]
    [InlineData("users/me/connections/1/accounts/101/transactions/1010000003")]
    [InlineData("users/me/subscriptions")]
    [InlineData("users/me/subscriptions/201")]
    [InlineData("users/me/documents?limit=5")]
    [InlineData("users/me/subscriptions/201/documents?limit=5")]
    [InlineData("users/me/connections/2/documents?limit=5")]
    [InlineData("users/me/documents/201001/file")]
    [InlineData("connectors?expand=fields,sources,countries,urls")]
    [InlineData("account_types")]
    [InlineData("currencies")]
    public async Task FirstUser_FromTheStart_CanRead(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await _world.GetAsync(path)).Status);
}
