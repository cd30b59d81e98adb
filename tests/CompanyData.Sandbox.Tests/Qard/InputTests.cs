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

    private async Task<string?> StatusAsync(string user) => (await _world.GetAsync($"input/users/{user}/tax-returns")).Json[0].GetProperty("process_status").GetString();
}
