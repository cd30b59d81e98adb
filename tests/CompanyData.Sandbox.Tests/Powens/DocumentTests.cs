using System.Net;
using System.Text.Json;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Powens;

public sealed class DocumentTests : IDisposable
{
    private readonly PowensWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Subscriptions_OfAUser_HaveTheDisabledOneWithAllOnly()
    {
        var some = (await _world.ReadAsync("users/me/subscriptions")).GetProperty("subscriptions");
        var all = (await _world.ReadAsync("users/me/subscriptions?all")).GetProperty("subscriptions");

        Assert.Equal([201], some.EnumerateArray().Select(item => item.GetProperty("id").GetInt64()));
        Assert.Equal([201, 202], all.EnumerateArray().Select(item => item.GetProperty("id").GetInt64()));
        Assert.Equal(2, some[0].GetProperty("id_connection").GetInt64());
    }

    [Theory]
    [InlineData("users/me/documents")]
    [InlineData("users/me/subscriptions/201/documents")]
    [InlineData("users/me/connections/2/documents")]
    public async Task Documents_InPages_AreAllThereOnce(string path)
    {
        var ids = new List<long>();
        for (var offset = 0; ; offset += 10)
        {
            var page = (await _world.ReadAsync($"{path}?limit=10&offset={offset}")).GetProperty("documents");
            ids.AddRange(page.EnumerateArray().Select(item => item.GetProperty("id").GetInt64()));
            if (page.GetArrayLength() < 10)
            {
                break;
            }
        }

        Assert.Equal(Enumerable.Range(201001, 24).Select(id => (long)id), ids);
    }

    [Theory]
    [InlineData("", "missingParameter")]
    [InlineData("?limit=1001", "invalidValue")]
    [InlineData("?limit=0", "invalidValue")]
    [InlineData("?limit=ten", "invalidValue")]
    [InlineData("?limit=10&offset=-1", "invalidValue")]
    public async Task Documents_WithThisQuery_AreRefused(string query, string code)
    {
        var answer = await _world.GetAsync($"users/me/documents{query}");
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Text("code")));
    }

    [Fact]
    public async Task Document_OfTheList_HasExactAmountsAndNulls()
    {
        var documents = (await _world.ReadAsync("users/me/documents?limit=3")).GetProperty("documents");

        Assert.Equal("119.88", documents[0].GetProperty("total_amount").GetRawText());
        Assert.Equal("2024-01-15 00:00:00", documents[0].GetProperty("date").GetString());
        Assert.Equal("EUR", documents[0].GetProperty("currency").GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, documents[2].GetProperty("duedate").ValueKind);
    }

    [Fact]
    public async Task File_OfADocument_IsAPdfWithAName()
    {
        var document = (await _world.ReadAsync("users/me/documents?limit=1")).GetProperty("documents")[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, document.GetProperty("url").GetString());
        request.Headers.Authorization = new("Bearer", _world.Token);
        using var response = await _world.Client.SendAsync(request);
        var content = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("facture-201001.pdf", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("%PDF-1.4", System.Text.Encoding.ASCII.GetString(content, 0, 8));
        Assert.Equal(content.Length, response.Content.Headers.ContentLength);
    }
}
