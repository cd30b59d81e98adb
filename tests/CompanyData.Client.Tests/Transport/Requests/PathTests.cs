using CompanyData.Client.Tests.Support;
using CompanyData.Transport;
using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Transport;

/// <summary>Ids are opaque: whatever they hold, they name one segment and nothing else.</summary>
public class PathTests
{
    private const string Awkward = "ab./\\%?#&=+:;@!$'()*,[]{}|^~`\"<> \u00e9\u4e2d\ud7a3\t\n";

    private static readonly Gen<string> Ids = Holds.Texts(Awkward, 12).Where(id => !string.IsNullOrWhiteSpace(id) && id is not ("." or ".."));

    [Fact]
    public void Of_AnyId_IsOneSegmentThatReadsBack() => Holds.ForAll(Ids, id =>
    {
        string path = ApiPath.Create($"users/{id}/sync");
        Uri uri = new(new Uri("https://api.example.test/api/v6/"), path);
        string[] segments = uri.AbsoluteUri["https://api.example.test/".Length..].Split('/');
        Assert.Equal(5, segments.Length);
        Assert.Equal(["api", "v6", "users", id, "sync"], segments.Select(Uri.UnescapeDataString));
        Assert.Empty(uri.Query);
        Assert.Empty(uri.Fragment);
    });

    [Fact]
    public void WithQuery_AnyValue_ReadsBack() => Holds.ForAll(Ids, value =>
    {
        string path = ApiPath.WithQuery("users", ("page", "1"), ("none", null), ("siren", value));
        Uri uri = new(new Uri("https://api.example.test/api/v6/"), path);
        string[] pairs = uri.Query.TrimStart('?').Split('&');
        Assert.Equal(["page=1", $"siren={value}"], pairs.Select(Uri.UnescapeDataString));
        Assert.Empty(uri.Fragment);
    });

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\n")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(null)]
    public void Of_NoId_IsRefused(string? id) => Assert.Throws<ArgumentException>(() => ApiPath.Create($"users/{id}"));

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    public async Task Get_NoId_IsRefusedBeforeAnyCall(string id)
    {
        using Wire wire = new();
        await Assert.ThrowsAsync<ArgumentException>(() => wire.Client.Users.GetAsync(id, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => wire.Client.Users.RemoveAsync(id, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => wire.Client.Connections.RemoveAsync("u", id, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => wire.Client.Files.OpenAsync(id, CancellationToken.None));
        Assert.Empty(wire.Requests);
    }

    [Theory]
    [InlineData("a/b", "/api/v6/users/a%2Fb")]
    [InlineData("a b", "/api/v6/users/a%20b")]
    [InlineData("50%", "/api/v6/users/50%25")]
    [InlineData("%2e%2e", "/api/v6/users/%252e%252e")]
    [InlineData("../x", "/api/v6/users/..%2Fx")]
    [InlineData("a?b#c", "/api/v6/users/a%3Fb%23c")]
    [InlineData("é", "/api/v6/users/%C3%A9")]
    public async Task Get_AwkwardId_IsEscapedOnTheWire(string id, string expected)
    {
        using Wire wire = new();
        wire.Then(Replies.Json("""{"name":"E"}"""));
        await wire.RunAsync(client => client.Users.GetAsync(id, CancellationToken.None));
        Assert.Equal(expected, Assert.Single(wire.Requests).Path);
    }
}
