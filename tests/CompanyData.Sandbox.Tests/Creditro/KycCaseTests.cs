using System.Net;
using System.Text.Json;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Creditro;

public sealed class KycCaseTests : IDisposable
{
    private readonly CreditroWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Cases_OfTheCustomer_AreFortyWithNumbersThatNobodyHasOrOfExampleCompanies()
    {
        var items = await _world.ItemsAsync();

        Assert.Equal(40, items.Count);
        Assert.Equal(40, items.Select(item => item.GetProperty("id").GetGuid()).Distinct().Count());
        var numbers = items.Select(item => item.GetProperty("companyNumber").GetString()!).ToList();
        string[] examples = ["383474814", "451321335", "552032534", "632012100", "380129866"];
        Assert.Equal(examples, numbers.Where(examples.Contains));
        Assert.All(numbers.Except(examples), number => Assert.Matches("^(00[0-9]{6}|0001[0-9]{5})$", number));
        Assert.All(items, item => Assert.Equal("SANDBOX", item.GetProperty("tags")[0].GetString()));
        Assert.Equal(10, numbers.Count(number => number.Length == 9));
        Assert.All(items, item =>
        {
            Assert.NotEmpty(item.GetProperty("name").GetString()!);
            Assert.NotEmpty(item.GetProperty("status").GetString()!);
            Assert.Contains(item.GetProperty("risk").GetString(), new[] { "LOW", "MEDIUM", "HIGH" });
            Assert.True(item.GetProperty("createdAt").TryGetDateTimeOffset(out _));
            Assert.Equal(JsonValueKind.Object, item.GetProperty("contact").ValueKind);
            Assert.Equal(JsonValueKind.Null, item.GetProperty("contact").GetProperty("phone").ValueKind);
        });
        Assert.Contains(items, item => item.GetProperty("closedAt").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Cases_WithTheSameSeed_AreTheSame()
    {
        using var same = new CreditroWorld();
        using var other = new CreditroWorld(options => options.Seed = 2);
        var body = (await _world.ReadAsync()).Body;

        _world.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(body, (await _world.ReadAsync()).Body);
        Assert.Equal(body, (await same.ReadAsync()).Body);
        Assert.NotEqual(body, (await other.ReadAsync()).Body);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1500)]
    public async Task Cases_AsManyAsAskedFor_AreThere(int count)
    {
        _world.Options.CreditroCaseCount = count;
        Assert.Equal(count, (await _world.ItemsAsync()).Count);
    }

    [Theory]
    [InlineData("POST", "GET")]
    [InlineData("GET", "POST")]
    public async Task Method_OtherThanTheOneOfTheOptions_Is405(string right, string wrong)
    {
        _world.Options.CreditroMethod = new HttpMethod(right);

        Assert.Equal(HttpStatusCode.OK, (await _world.SendAsync(right)).Status);
        var refused = await _world.SendAsync(wrong);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.Status);
        Assert.Equal([right], refused.Message.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sandbox-customer/cases")]
    public async Task Path_OtherThanACustomer_IsNotFound(string path)
    {
        _world.Path = path;
        Assert.Equal(HttpStatusCode.NotFound, (await _world.SendAsync("POST")).Status);
    }
}
