using CompanyData.Client.Tests.Support;

namespace CompanyData.Client.Tests.Transport;

public class AddressTests
{
    [Theory]
    [InlineData("http://api.example.test/api")]
    [InlineData("http://10.0.0.1/api")]
    [InlineData("http://localhost.example.test/api")]
    public void Create_PlainHttpBeyondLoopback_IsRefused(string address)
        => Assert.Contains("https", Assert.Throws<ArgumentException>(() => new Wire(baseUri: address)).Message);

    [Theory]
    [InlineData("ftp://api.example.test/")]
    [InlineData("file:///tmp")]
    [InlineData("api/v6")]
    public void Create_NotAWebAddress_IsRefused(string address)
        => Assert.Throws<ArgumentException>(() => new Wire(baseUri: address));

    [Theory]
    [InlineData("https://user:secret-word@api.example.test/api")]
    [InlineData("https://api.example.test/api?key=secret-word")]
    [InlineData("https://api.example.test/api#secret-word")]
    [InlineData("ftp://user:secret-word@api.example.test/api")]
    [InlineData("user:secret-word@api.example.test")]
    public void Create_AddressHoldsMoreThanAPath_IsRefusedWithoutShowingIt(string address)
        => Assert.DoesNotContain("secret-word", Assert.Throws<ArgumentException>(() => new Wire(baseUri: address)).Message);

    [Theory]
    [InlineData("http://localhost:5000/qard", "http://localhost:5000/qard/profile")]
    [InlineData("http://127.0.0.1:5000/qard/", "http://127.0.0.1:5000/qard/profile")]
    [InlineData("http://[::1]:5000", "http://[::1]:5000/profile")]
    [InlineData("https://api.example.test", "https://api.example.test/profile")]
    [InlineData("https://api.example.test/api/v6", "https://api.example.test/api/v6/profile")]
    [InlineData("https://api.example.test/api/v6/", "https://api.example.test/api/v6/profile")]
    public async Task Read_AddressIsGood_PathIsAppended(string address, string expected)
    {
        using Wire wire = new(baseUri: address);
        wire.Then(Replies.Json("""{"name":"E"}"""));
        await wire.ReadAsync();
        Assert.Equal(expected, wire.Requests[0].Uri.AbsoluteUri);
    }
}
