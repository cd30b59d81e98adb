using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

public class BodyTraceTests
{
    [Fact]
    public async Task Answer_ShowsItsShape_AndHidesPeopleAndMoney()
    {
        using Wire wire = new();
        wire.Then(Replies.Json("""{"id":"u-1","name":"Camille Exemple","iban":"FR7630006000011234567890189","balance":1234.5,"ok":true,"list":[1,{"status":"DONE"}],"access_token":{"id":"t"},"code":"one-time"}"""));

        BodyTrace trace = Assert.Single(await BodiesAsync(() => wire.ReadAsync()));
        Assert.Equal(
            """Qard: GET profile ← 200 {"id":"u-1","name":"***","iban":"***","balance":"***","ok":true,"list":["***",{"status":"DONE"}],"access_token":"***","code":"***"}""",
            trace.ToString());
    }

    [Fact]
    public async Task Request_IsShownOnce_WhateverTheRetries()
    {
        using Wire wire = new();
        wire.Then(Replies.Status(500), Replies.Json("""{"name":"E"}"""));

        List<BodyTrace> traces = await BodiesAsync(() => wire.RunAsync(client => client.Account.EnableProviderAsync("stripe", true, CancellationToken.None)));
        BodyTrace request = Assert.Single(traces, trace => trace.StatusCode is null);
        Assert.Matches("^Qard: \\w+ \\S*stripe\\S* → \\{.*\"enable\":true\\}$", request.ToString());
    }

    [Fact]
    public async Task Refusal_ShowsWhatItsErrorShows()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.Json($$"""{"error_message":"bad key {{Wire.Key}}","name":"Camille"}""", 422));

        string text = Assert.Single(await BodiesAsync(() => wire.FailToReadAsync())).ToString();
        Assert.Equal("""Qard: GET profile ← 422 {"error_message":"bad key ***","name":"***"}""", text);
    }

    [Theory]
    [InlineData("hello", "(5 characters that are not JSON)")]
    [InlineData("{\"id\":\"u-1\",\"na", "{\"id\":\"u-1\"…")]
    [InlineData("", "(empty)")]
    public async Task Answer_ThatIsBroken_ShowsHowFarItGoes(string body, string shown)
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.Json(body));
        Assert.Equal(shown, Assert.Single(await BodiesAsync(() => wire.FailToReadAsync())).Body);
    }

    [Fact]
    public async Task Answer_ThatIsLong_IsCut()
    {
        using Wire wire = new();
        wire.Then(Replies.Json($$"""{"name":"E","list":[{{string.Join(",", Enumerable.Repeat("{\"status\":\"DONE\"}", 20_000))}}]}"""));
        string body = Assert.Single(await BodiesAsync(() => wire.ReadAsync())).Body;
        Assert.InRange(body.Length, 3000, 4001);
        Assert.EndsWith("…", body);
    }

    [Theory]
    [InlineData(3990)]
    [InlineData(3995)]
    [InlineData(16370)]
    public async Task Secret_AtTheCut_IsHidden(int at)
    {
        using Wire wire = new();
        string filler = new('x', at - 31);
        wire.Then(Replies.Json($$"""{"name":"E","status":"{{filler}}{{Wire.Key}}{{new string('y', 20_000)}}"}"""));
        string body = Assert.Single(await BodiesAsync(() => wire.ReadAsync())).Body;
        Assert.DoesNotContain(Wire.Key.Substring(0, 5), body);
    }

    private static async Task<List<BodyTrace>> BodiesAsync(Func<Task> work)
    {
        List<BodyTrace> traces = [];
        await Task.Run(async () =>
        {
            CallScope.Current = CallScope.Current with { OnBody = traces.Add };
            await work();
        });
        return traces;
    }
}
