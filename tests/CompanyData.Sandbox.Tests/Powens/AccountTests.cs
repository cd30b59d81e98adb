using System.Net;
using System.Text.Json;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Powens;

public sealed class AccountTests : IDisposable
{
    private readonly PowensWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task List_OfAUser_HasExactAmountsAndNoDisabledAccount()
    {
        var list = await _world.ReadAsync("users/me/accounts");
        var accounts = list.GetProperty("accounts").EnumerateArray().ToList();

        Assert.Equal(["checking", "savings", "market", "loan", "deposit"], accounts.Select(account => account.GetProperty("type").GetString()));
        Assert.Equal(
            ["1234567.89", "0.10", "10300.25", "-25000.00", "250.50"],
            accounts.Select(account => account.GetProperty("balance").GetRawText()));
        Assert.Equal("1219868.24", list.GetProperty("balances").GetProperty("EUR").GetRawText());
        Assert.Equal("250.50", list.GetProperty("balances").GetProperty("USD").GetRawText());
        Assert.Equal("EUR", accounts[0].GetProperty("currency").GetProperty("id").GetString());
        Assert.Equal("mortgage", accounts[3].GetProperty("loan").GetProperty("type").GetString());
        Assert.Equal(JsonValueKind.Null, accounts[0].GetProperty("loan").ValueKind);
        Assert.Equal("2024-01-15 11:30:00", accounts[0].GetProperty("last_update").GetString());
    }

    [Fact]
    public async Task List_OfAll_HasTheDisabledAccountToo()
    {
        var accounts = (await _world.ReadAsync("users/me/accounts?all")).GetProperty("accounts");
        Assert.Equal(6, accounts.GetArrayLength());
        Assert.Equal("2024-01-15 11:30:00", accounts[2].GetProperty("disabled").GetString());
    }

    [Theory]
    [InlineData("users/me/accounts/103?all", """{"disabled":false,"name":"Carte","display":false,"bookmarked":true,"usage":"ASSO"}""")]
    [InlineData("users/me/connections/1/accounts/103?all", "disabled=false&name=Carte&display=false&bookmarked=true&usage=ASSO")]
    public async Task Change_OfAnAccount_IsKept(string path, string body)
    {
        Assert.Equal(HttpStatusCode.OK, (await _world.SendAsync("POST", path, body)).Status);
        var account = await _world.ReadAsync(path);

        Assert.Null(account.GetProperty("disabled").GetString());
        Assert.Equal("Carte", account.GetProperty("name").GetString());
        Assert.Equal("Carte à débit différé", account.GetProperty("original_name").GetString());
        Assert.False(account.GetProperty("display").GetBoolean());
        Assert.True(account.GetProperty("bookmarked").GetBoolean());
        Assert.Equal("ASSO", account.GetProperty("usage").GetString());
        Assert.Equal(6, (await _world.ReadAsync("users/me/accounts")).GetProperty("accounts").GetArrayLength());

        Assert.Equal("invalidValue", (await _world.SendAsync("POST", path, """{"disabled":"perhaps"}""")).Text("code"));
        await _world.SendAsync("POST", path, """{"disabled":true}""");
        Assert.NotNull((await _world.ReadAsync(path)).GetProperty("disabled").GetString());
    }

    [Fact]
    public async Task List_WhereThereIsNoAccount_Is400()
    {
        var provider = await _world.GetAsync("users/me/connections/2/accounts");
        Assert.Equal((HttpStatusCode.BadRequest, "noAccount"), (provider.Status, provider.Text("code")));

        await _world.BecomeNewUserAsync();
        await _world.ConnectAsync(14);
        _world.Clock.Advance(PowensWorld.SyncDuration);
        Assert.Equal("noAccount", (await _world.GetAsync("users/me/accounts")).Text("code"));
        Assert.Equal(0, (await _world.ReadAsync("users/me/transactions?limit=10")).GetProperty("transactions").GetArrayLength());
    }

    [Fact]
    public async Task StrangeAccounts_HaveUnknownTypesAndNulls()
    {
        var path = await _world.ConnectedAsync(17);
        _world.Clock.Advance(PowensWorld.SyncDuration);
        var accounts = (await _world.ReadAsync($"{path}/accounts")).GetProperty("accounts");

        Assert.Equal("cryptovault", accounts[1].GetProperty("type").GetString());
        Assert.Equal("ROBO", accounts[1].GetProperty("usage").GetString());
        Assert.Equal(JsonValueKind.Null, accounts[1].GetProperty("balance").ValueKind);
        Assert.Equal(JsonValueKind.Null, accounts[1].GetProperty("currency").ValueKind);
        Assert.Equal(JsonValueKind.Null, accounts[2].GetProperty("usage").ValueKind);
        Assert.Equal("A field that no document names.", accounts[0].GetProperty("new_field").GetString());
    }

    [Theory]
    [InlineData("users/me/accounts/999")]
    [InlineData("users/me/accounts/none")]
    [InlineData("users/me/accounts/103")]
    [InlineData("users/me/connections/9/accounts")]
    [InlineData("users/me/connections/2/accounts/101")]
    [InlineData("users/me/investments/1")]
    [InlineData("users/me/subscriptions/1")]
    [InlineData("users/me/documents/1/file")]
    public async Task Read_OfWhatIsNotThere_Is404(string path) =>
        Assert.Equal((HttpStatusCode.NotFound, "notFound"), ((await _world.GetAsync(path)).Status, (await _world.GetAsync(path)).Text("code")));

    [Fact]
    public async Task Investments_OfTheMarketAccount_AddUp()
    {
        var list = (await _world.ReadAsync("users/me/investments")).GetProperty("investments").EnumerateArray().ToList();

        Assert.Equal(3, list.Count);
        Assert.Equal("9500.00", list[0].GetProperty("valuation").GetRawText());
        Assert.Equal("0.1875", list[0].GetProperty("diff_percent").GetRawText());
        Assert.Equal(10300.25m, list.Sum(item => item.GetProperty("valuation").GetDecimal()));
        Assert.Equal(104, list[0].GetProperty("id_account").GetInt64());
        Assert.Equal(JsonValueKind.Null, list[2].GetProperty("code").ValueKind);
        var one = await _world.ReadAsync($"users/me/investments/{list[1].GetProperty("id")}");
        Assert.Equal("12.3456", one.GetProperty("quantity").GetRawText());
    }
}
