using System.Net;
using System.Text;
using System.Text.Json;
using CompanyData.Sandbox.Creditro;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Creditro;

public sealed class AccessTests : IDisposable
{
    private const string QuotaText = "API calls quota exceeded! (";
    private readonly CreditroWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Token_OfTheOptions_IsAJwtThatNamesTheCustomerAndNoEnd()
    {
        var parts = _world.Options.CreditroToken.Split('.');
        Assert.Equal(3, parts.Length);
        Assert.Equal("none", Claims(parts[0]).GetProperty("alg").GetString());
        Assert.Equal("""{"customer":"sandbox-customer"}""", Claims(parts[1]).GetRawText());
    }

    [Fact]
    public async Task Token_OfAnotherCustomerInTheOptions_FollowsThem()
    {
        using var world = new CreditroWorld(options => options.CreditroCustomerId = "another");
        Assert.Equal("another", Claims(world.Options.CreditroToken.Split('.')[1]).GetProperty("customer").GetString());
        Assert.Equal(40, (await world.ItemsAsync()).Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData("a.b.unsigned")]
    [InlineData("e30.e30.unsigned")]
    [InlineData("e30.W10.unsigned")]
    public async Task Call_WithoutTheRightToken_Is401(string? token)
    {
        _world.Token = token;
        Assert.Equal(HttpStatusCode.Unauthorized, (await _world.ReadAsync()).Status);
    }

    [Fact]
    public async Task Call_WithATokenThatEnds_Is401FromThenOn()
    {
        _world.Token = CreditroTokens.Create("sandbox-customer", _world.Clock.GetUtcNow().AddMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await _world.ReadAsync()).Status);
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _world.ReadAsync()).Status);
    }

    [Fact]
    public async Task Call_WithTheTokenOfTheOptions_IsAcceptedUntilItsEnd()
    {
        using var world = new CreditroWorld(options => options.CreditroToken = "token-of-a-test");
        Assert.Equal(HttpStatusCode.OK, (await world.ReadAsync()).Status);

        world.Token = world.Options.CreditroToken = CreditroTokens.Create("sandbox-customer", world.Clock.GetUtcNow());
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.ReadAsync()).Status);
    }

    [Theory]
    [InlineData("another")]
    [InlineData("sandbox-none")]
    public async Task Call_ForAnotherCustomer_Is403(string customer)
    {
        _world.Path = customer;
        Assert.Equal(HttpStatusCode.Forbidden, (await _world.ReadAsync()).Status);
    }

    [Fact]
    public async Task Call_WithTheTokenOfACustomerThatNobodyKnows_Is401()
    {
        _world.Become("another");
        Assert.Equal(HttpStatusCode.Unauthorized, (await _world.ReadAsync()).Status);
    }

    [Fact]
    public async Task Call_OverTheQuota_Is429InPlainTextForAMinute()
    {
        _world.Options.CreditroQuota = 2;
        Assert.Equal(HttpStatusCode.OK, (await _world.ReadAsync()).Status);
        _world.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.OK, (await _world.ReadAsync()).Status);
        await AssertThrottledAsync();

        _world.Clock.Advance(TimeSpan.FromSeconds(29));
        await AssertThrottledAsync();
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await _world.ReadAsync()).Status);
        await AssertThrottledAsync();
    }

    [Theory]
    [InlineData(true, HttpStatusCode.TooManyRequests)]
    [InlineData(false, HttpStatusCode.OK)]
    public async Task Call_WhileAnotherOneIsUnderWay_IsRefusedWhereFairUseIsAskedFor(bool isOneAtATime, HttpStatusCode expected)
    {
        (_world.Options.CreditroOneAtATime, _world.Options.Latency) = (isOneAtATime, TimeSpan.FromSeconds(5));
        var first = _world.ReadAsync();
        var second = _world.ReadAsync();
        await _world.Clock.AdvanceAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(HttpStatusCode.OK, (await first).Status);
        Assert.Equal(expected, (await second).Status);
        var third = _world.ReadAsync();
        await _world.Clock.AdvanceAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.OK, (await third).Status);
    }

    [Fact]
    public void Table_OfMagicCustomers_HasEachOnce() =>
        Assert.Equal(MagicCustomers.All.Count, MagicCustomers.All.Select(magic => magic.Id).Distinct().Count());

    [Theory]
    [InlineData("sandbox-empty", HttpStatusCode.Created, "")]
    [InlineData("sandbox-none", HttpStatusCode.OK, """{"items":[]}""")]
    [InlineData("sandbox-page", HttpStatusCode.OK, """{"message":"OK"}""")]
    [InlineData("sandbox-invalid", HttpStatusCode.BadRequest, null)]
    [InlineData("sandbox-basic", HttpStatusCode.Forbidden, null)]
    [InlineData("sandbox-down", HttpStatusCode.InternalServerError, null)]
    public async Task MagicCustomer_WhenCalled_AnswersAsItsRowSays(string customer, HttpStatusCode status, string? body)
    {
        _world.Become(customer);
        var answer = await _world.ReadAsync();
        Assert.Equal(status, answer.Status);
        Assert.Equal(body ?? answer.Body, answer.Body);
    }

    [Fact]
    public async Task MagicCustomer_AsTheCustomerOfTheOptions_PlaysItsPart()
    {
        using var world = new CreditroWorld(options => options.CreditroCustomerId = "sandbox-empty");
        Assert.Equal(HttpStatusCode.Created, (await world.ReadAsync()).Status);
    }

    [Fact]
    public async Task Burst_OfThree_EndsAndBeginsAnew()
    {
        _world.Become("sandbox-burst");
        var statuses = new List<int>();
        for (var call = 0; call < 8; call++)
        {
            statuses.Add((int)(await _world.ReadAsync()).Status);
        }

        Assert.Equal([500, 500, 500, 200, 500, 500, 500, 200], statuses);
    }

    [Fact]
    public async Task Throttled_ForACoupleOfMinutes_ThenAnswers()
    {
        _world.Become("sandbox-throttled");
        await AssertThrottledAsync();
        _world.Clock.Advance(TimeSpan.FromSeconds(119));
        await AssertThrottledAsync();
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(40, (await _world.ItemsAsync()).Count);
    }

    [Fact]
    public async Task Strange_Items_HaveOtherNamesAndTypes()
    {
        _world.Become("sandbox-strange");
        var items = await _world.ItemsAsync();
        Assert.Equal(JsonValueKind.Number, items[0].GetProperty("id").ValueKind);
        Assert.Equal(JsonValueKind.Object, items[1].GetProperty("status").ValueKind);
        Assert.Equal(JsonValueKind.Null, items[2].GetProperty("id").ValueKind);
        Assert.Equal("{}", items[3].GetRawText());
    }

    private static JsonElement Claims(string part)
    {
        var text = part.Replace('-', '+').Replace('_', '/');
        return JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '=')))).RootElement;
    }

    private async Task AssertThrottledAsync()
    {
        var answer = await _world.ReadAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal("text/plain", answer.Message.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith(QuotaText, answer.Body, StringComparison.Ordinal);
        Assert.Null(answer.Message.Headers.RetryAfter);
    }
}
