using System.Text;
using System.Text.Json.Nodes;
using CompanyData.Client.Tests.Support;
using CompanyData.Creditro;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Creditro;

/// <summary>A Creditro session whose wire is a script and whose clock stands still. The token is made as it runs.</summary>
internal sealed class CreditroWire : ScriptedWire<CreditroClient, CreditroWire>
{
    public const string Signature = "canary-signature";

    public CreditroWire(CreditroMethod method = CreditroMethod.Auto, int maxRetries = 5, string? token = null, HttpMessageHandler? handler = null)
    {
        Token = token ?? TokenOf(new JsonObject { ["customer"] = "customer-1" });
        ServiceOptions options = new() { BaseUri = new("https://creditro.example.test/public/v1"), MaxRetries = maxRetries, Time = Clock, Handler = handler ?? Handler };
        Client = new(options, new(Token), method);
    }

    public override CreditroClient Client { get; }

    public string Token { get; }

    public IEnumerable<string> Methods => Requests.Select(request => request.Method);

    public static string TokenOf(JsonObject payload) => TokenOf(payload.ToJsonString());

    public static string TokenOf(string payload) => $"{Part("""{"alg":"none"}""")}.{Part(payload)}.{Signature}";

    public Task<List<CreditroKycCase>> ReadAsync() => Clock.RunAsync(() => Client.ListCasesAsync(CancellationToken.None).ReadAllAsync());

    public Task<ApiException> FailAsync() => Assert.ThrowsAsync<ApiException>(ReadAsync);

    private static string Part(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
