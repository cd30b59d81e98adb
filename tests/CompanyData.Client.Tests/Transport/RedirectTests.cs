using CompanyData.Client.Tests.Support;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

public class RedirectTests
{
    private const string KeyHeader = "X-API-KEY";
    private static readonly ScriptedHandler.Reply Profile = Replies.Json("""{"name":"Example"}""");

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Read_RedirectedWithinTheOrigin_KeepsTheKey(int status)
    {
        using Wire wire = new();
        wire.Then(Replies.Redirect("/api/v7/profile", status), Profile);

        Assert.Equal("Example", (await wire.ReadAsync()).Name);
        Assert.Equal("https://api.example.test/api/v7/profile", wire.Requests[1].Uri.AbsoluteUri);
        Assert.Equal(Wire.Key, wire.Requests[1].Headers[KeyHeader]);
    }

    [Theory]
    [InlineData("https://other.example.test/profile")]
    [InlineData("https://api.example.test:8443/profile")]
    [InlineData("https://api.example.test.other.test/profile")]
    [InlineData("//other.example.test/profile")]
    public async Task Read_RedirectedToAnotherOrigin_DoesNotTakeTheKeyAlong(string location)
    {
        using Wire wire = new();
        wire.Then(Replies.Redirect(location), Profile);

        Assert.Equal("Example", (await wire.ReadAsync()).Name);
        Assert.Equal(Wire.Key, wire.Requests[0].Headers[KeyHeader]);
        Assert.DoesNotContain(wire.Requests[1].Headers, header => header.Value.Contains(Wire.Key));
    }

    [Fact]
    public async Task Read_RedirectedAwayAndBack_TakesTheKeyOnlyHome()
    {
        using Wire wire = new();
        wire.Then(Replies.Redirect("https://other.example.test/x"), Replies.Redirect("https://api.example.test/api/v6/profile"), Profile);

        await wire.ReadAsync();
        Assert.Equal([true, false, true], wire.Requests.Select(request => request.Headers.ContainsKey(KeyHeader)));
    }

    [Theory]
    [InlineData("http://api.example.test/profile")]
    [InlineData("http://other.example.test/profile")]
    [InlineData("ftp://api.example.test/profile")]
    public async Task Read_RedirectedToPlainHttp_IsRefused(string location)
    {
        using Wire wire = new();
        wire.Always(Replies.Redirect(location));

        ApiException exception = await wire.FailToReadAsync();
        Assert.Equal(ApiErrorKind.InvalidResponse, exception.Kind);
        Assert.Contains("302, a redirect that is not followed", exception.Message);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task Read_RedirectedInACircle_Ends()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Always(Replies.Redirect("/api/v6/profile"));

        Assert.Contains("redirect", (await wire.FailToReadAsync()).Message);
        Assert.Equal(6, wire.Requests.Count);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Create_Redirected_IsNotFollowed(int status)
    {
        using Wire wire = new();
        wire.Always(Replies.Redirect("/api/v7/users/natural", status));

        ApiException exception = await wire.FailToCreateAsync();
        Assert.Single(wire.Requests);
        Assert.Contains("a redirect that is not followed", exception.Message);
    }

    [Fact]
    public async Task Change_Redirected_IsNotFollowed()
    {
        using Wire wire = new();
        wire.Always(Replies.Redirect("https://other.example.test/"));

        await wire.FailToChangeAsync();
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task Read_NoLocation_IsAnError()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Always(Replies.Status(302));

        Assert.Equal(ApiErrorKind.InvalidResponse, (await wire.FailToReadAsync()).Kind);
    }
}
