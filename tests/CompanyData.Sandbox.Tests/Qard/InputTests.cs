using System.Net;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qard;

public sealed class InputTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("JVBERi0xLjQ=", "FINISHED", null)]
    [InlineData("cGxhaW4=", "ERROR", "The document is not a PDF that can be read.")]
    public async Task TaxReturn_ThatIsHandedIn_IsReadInTime(string file, string status, string? message)
    {
        var user = await _world.CreateUserAsync();
        var added = await _world.SendAsync(
            "POST", $"input/users/{user}/tax-returns/ocr-service", $$$"""{"data":{"file":"{{{file}}}","closing_date":"2023-12-31","closing_year":2023,"type":"C","duration":12}}""");
        Assert.Equal((HttpStatusCode.Created, "PENDING"), (added.Status, added.Text("process_status")));
        Assert.False(added.Json.GetProperty("data").TryGetProperty("file", out _));

        _world.Clock.Advance(World.SyncDuration / 2);
        Assert.Equal("IN_PROGRESS", await StatusAsync(user));
        _world.Clock.Advance(World.SyncDuration / 2);
        Assert.Equal(status, await StatusAsync(user));
        Assert.Equal(message, (await _world.GetAsync($"input/users/{user}/tax-returns")).Json[0].GetProperty("error_message").GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"data":{"file":"not base64!","closing_date":"2023-12-31","type":"C"}}""")]
    [InlineData("""{"data":{"file":"JVBERg==","closing_date":"31/12/2023","type":"C"}}""")]
    [InlineData("""{"data":{"file":"JVBERg==","closing_date":"2023-12-31","type":"X"}}""")]
    public async Task TaxReturn_ThatIsNone_IsRefused(string body)
    {
        var user = await _world.CreateUserAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _world.SendAsync("POST", $"input/users/{user}/tax-returns/ocr-service", body)).Status);
        Assert.Equal("[]", (await _world.GetAsync($"input/users/{user}/tax-returns")).Body);
    }

    [Fact]
    public async Task TaxReturn_ThatHasBeenRead_IsAmongTheTaxReturns()
    {
        var user = await _world.CreateUserAsync();
        await AddAsync(user, """{"data":{"file":"JVBERi0xLjQ=","closing_date":"2023-06-30","submitted_date":"2023-09-01","type":"S","duration":6}}""");
        await AddAsync(user, """{"tax_return_id":"named","data":{"file":"JVBERi0xLjQ=","closing_date":"2022-12-31","type":"K"}}""");
        await AddAsync(user, """{"data":{"file":"cGxhaW4=","closing_date":"2021-12-31","type":"C"}}""");
        Assert.Equal("[]", (await _world.GetAsync($"users/{user}/tax-returns")).Body);

        _world.Clock.Advance(World.SyncDuration);
        var returns = (await _world.GetAsync($"users/{user}/tax-returns")).Json;
        var read = (await _world.GetAsync($"input/users/{user}/tax-returns")).Json[0];
        Assert.Equal(2, returns.GetArrayLength());
        Assert.Equal(read.GetProperty("tax_return_id").GetString(), returns[0].GetProperty("id").GetString());
        Assert.Equal(
            (2023, "2023-06-30", "2023-09-01", "S", 6),
            (returns[0].GetProperty("closing_year").GetInt32(), returns[0].GetProperty("closing_date").GetString(), returns[0].GetProperty("submitted_date").GetString(), returns[0].GetProperty("type").GetString(), returns[0].GetProperty("duration").GetInt32()));
        Assert.Equal("named", returns[1].GetProperty("id").GetString());
        Assert.Equal(returns[1].GetRawText(), (await _world.GetAsync($"users/{user}/tax-returns/named")).Body);
        Assert.NotEqual(read.GetProperty("created_at").GetString(), read.GetProperty("updated_at").GetString());
        Assert.Equal(HttpStatusCode.OK, (await _world.GetAsync($"file/{returns[0].GetProperty("file_id").GetString()}")).Status);
    }

    [Fact]
    public async Task TaxReturn_ThatNamesOneThatIsThere_IsNotASecondOne()
    {
        await _world.SendAsync("PUT", "providers/sandbox_ocr", """{"enable":true}""");
        await _world.SendAsync("PUT", "providers/sandbox_ocr/settings", """{"auto_connect":true,"type":"SIMPLIFIED"}""");
        var user = await _world.CreateUserAsync();
        await _world.ConnectAsync(user, "sandbox_ocr", """["TAX_RETURN"]""");
        await _world.SyncAsync(user);
        _world.Clock.Advance(World.SyncDuration);
        var before = (await _world.GetAsync($"users/{user}/tax-returns")).Json;
        Assert.All(before.EnumerateArray(), item => Assert.Equal("S", item.GetProperty("type").GetString()));

        await AddAsync(user, $$$"""{"tax_return_id":"{{{before[0].GetProperty("id").GetString()}}}","data":{"file":"JVBERi0xLjQ=","closing_date":"2021-12-31","type":"S"}}""");
        _world.Clock.Advance(World.SyncDuration);
        Assert.Equal(before.GetArrayLength(), (await _world.GetAsync($"users/{user}/tax-returns")).Json.GetArrayLength());
    }

    private async Task AddAsync(string user, string body) =>
        Assert.Equal(HttpStatusCode.Created, (await _world.SendAsync("POST", $"input/users/{user}/tax-returns/ocr-service", body)).Status);

    private async Task<string?> StatusAsync(string user) => (await _world.GetAsync($"input/users/{user}/tax-returns")).Json[0].GetProperty("process_status").GetString();
}
