using CompanyData.Client.Tests.Support;
using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Powens;

/// <summary>Whatever a server echoes, no token, client secret, code or password comes out again.</summary>
public class CanaryTests
{
    private const string Password = "canary-password";
    private const string OneTime = "canary-492817";
    private const string Code = "canary-code";

    private static readonly Dictionary<string, (string[] Secrets, Func<PowensClient, Task> RunAsync)> Calls = new(StringComparer.Ordinal)
    {
        ["user"] = ([PowensWire.UserToken], PowensCalls.All["user"].RunAsync),
        ["users"] = ([PowensWire.UsersToken], PowensCalls.All["users"].RunAsync),
        ["config"] = ([PowensWire.ConfigToken], PowensCalls.All["config"].RunAsync),
        ["init"] = ([PowensWire.ClientSecret], PowensCalls.All["init"].RunAsync),
        ["renew"] = ([PowensWire.ClientSecret], PowensCalls.All["renew"].RunAsync),
        ["exchange"] = ([PowensWire.ClientSecret, Code], client => client.Access.ExchangeAsync(new(Code), null, CancellationToken.None)),
        ["answer"] = ([PowensWire.UserToken, OneTime], client => client.Connections.AnswerAsync("me", "3", new Dictionary<string, object?> { ["code"] = new Secret(OneTime) }, CancellationToken.None)),
        ["connect"] = ([PowensWire.UserToken, Password], async client => await client.Connections.CreateAsync("me", "c", PowensWire.Fields(Password), false, CancellationToken.None)),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (string call in Calls.Keys)
            {
                foreach (string where in (string[])["description", "message", "code", "request id", "html", "text", "field", "reason", "200 html", "cut off"])
                {
                    data.Add(call, where);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Call_ServerEchoesTheSecrets_TheyAreMasked(string name, string where)
    {
        (string[] secrets, Func<PowensClient, Task> run) = Calls[name];
        using PowensWire wire = new(maxRetries: 0);
        if (name == "connect")
        {
            wire.Then(Replies.Json("""{"connections":[]}"""));
        }

        wire.Always(Echo(where, string.Join(" and ", secrets)));
        List<string> traces = [];
        ApiException exception = await wire.FailAsync(async client =>
        {
            CallScope.Current = CallScope.Current with { OnRequest = trace => traces.Add(trace.ToString()) };
            await run(client);
        });

        string?[] texts =
        [
            exception.Message, exception.ToString(), exception.BodyExtract, exception.ProviderCode, exception.ProviderMessage,
            exception.RequestId, exception.Remedy, exception.Subject, exception.InnerException?.ToString(), .. traces,
        ];
        Assert.All(texts, text => Assert.DoesNotContain("canary", text ?? string.Empty));
        Assert.NotEmpty(traces);
    }

    [Fact]
    public void Token_Printed_ShowsNothing()
    {
        PowensToken token = new("7", new Secret(Code), "permanent", null);
        Assert.DoesNotContain("canary", token.ToString());
        Assert.DoesNotContain("canary", System.Text.Json.JsonSerializer.Serialize(token));
    }

    private static ScriptedHandler.Reply Echo(string where, string secret) => where switch
    {
        "description" => Replies.Json($$"""{"code":"x","description":"You sent {{secret}}."}""", 400),
        "message" => Replies.Json($$"""{"message":"You sent {{secret}}.","details":{"message":"{{secret}}"} }""", 400),
        "code" => Replies.Json($$"""{"code":"{{secret}}"}""", 400),
        "request id" => Replies.With(Replies.Json("{}", 400), response => response.Headers.Add("X-Request-Id", secret)),
        "html" => Replies.Html($"<p>You sent <b>{secret}</b></p>", 400),
        "text" => Replies.Text($"You sent {secret}", status: 500),
        "field" => Replies.Json($$"""{"{{secret}}":{"authorization":"Bearer {{secret}}"} }""", 400),
        "reason" => Replies.With(Replies.Json("{}", 400), response => response.ReasonPhrase = $"Bad {secret}"),
        "200 html" => Replies.Html($"<p>You sent <b>{secret}</b></p>"),
        "cut off" => Replies.Json($$"""{"description":"You sent {{secret}}", "more":"{{secret}}""", 400),
        _ => throw new ArgumentOutOfRangeException(nameof(where)),
    };
}
