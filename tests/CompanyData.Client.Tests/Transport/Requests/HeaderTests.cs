using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

public class HeaderTests
{
    [Fact]
    public async Task Read_Always_SendsKeyAndAccept()
    {
        using Wire wire = new();
        wire.Then(Replies.Json("""{"name":"E"}"""));
        await wire.ReadAsync();

        RecordedRequest request = Assert.Single(wire.Requests);
        Assert.Equal(Wire.Key, request.Headers["X-API-KEY"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.StartsWith("CompanyData/", request.Headers["User-Agent"]);
        Assert.Null(request.Body);
        Assert.False(request.Headers.ContainsKey("Content-Type"));
        Assert.DoesNotContain(Wire.Key, request.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task Create_Always_SendsJson()
    {
        using Wire wire = new();
        wire.Then(Replies.Json("""{"id":"1"}""", 201));
        await wire.RunAsync(client => client.Users.CreateAsync(
            new QardNewNaturalUser { FirstName = "Élodie", LastName = "Person", BirthDate = new(1990, 2, 3) }, CancellationToken.None));

        RecordedRequest request = Assert.Single(wire.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/api/v6/users/natural", request.Path);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal(Wire.Key, request.Headers["X-API-KEY"]);
        Assert.Equal(
            """{"first_name":"Élodie","last_name":"Person","birth_date":"1990-02-03"}""",
            System.Text.RegularExpressions.Regex.Unescape(request.Body!));
    }

    [Theory]
    [InlineData("abc\ndef")]
    [InlineData("abc\r\n")]
    [InlineData("clé")]
    public void Create_KeyThatNoHeaderCanCarry_IsRefusedWithoutShowingIt(string key)
    {
        ServiceOptions options = new() { BaseUri = new("https://api.example.test") };
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new QardClient(options, new Secret(key)));
        Assert.DoesNotContain(key.Trim(), exception.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Create_EmptyKey_IsRefused(string key) => Assert.Throws<ArgumentException>(() => new Secret(key));

    [Fact]
    public void ToString_OfASecret_IsMasked() => Assert.DoesNotContain("value", new Secret("value").ToString());
}
