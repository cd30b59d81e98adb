using System.Net.Http.Json;
using BenchmarkDotNet.Attributes;
using CompanyData.Qard;
using CompanyData.Sandbox;
using CompanyData.Transport;

namespace CompanyData.Benchmarks;

/// <summary>A request with nothing going wrong: what the transport adds to HttpClient.</summary>
public class TransportBenchmarks
{
    private const string Id = "11111111-1111-1111-1111-111111111111";

    private static readonly byte[] User =
        """{"id":"11111111-1111-1111-1111-111111111111","name":"Entreprise","siren":"123456789","type":"LEGAL","group":null,"created_at":"2026-01-01 12:00:00"}"""u8.ToArray();

    private readonly HttpClient _http = CreateClient();
    private readonly QardClient _qard = Sessions.Qard(new ReplayHandler(User));

    [Benchmark(Baseline = true)]
    public async Task<QardUser> HttpClientAloneAsync()
        => (await _http.GetFromJsonAsync($"users/{Id}", QardJsonContext.Default.QardUser).ConfigureAwait(false))!;

    [Benchmark]
    public Task<QardUser> TransportAsync() => _qard.Users.GetAsync(Id, default);

    [Benchmark]
    public async Task<QardUser> TransportWithAListenerAsync()
    {
        CallScope.Current = CallScope.Current with { OnRequest = static _ => { } };
        return await _qard.Users.GetAsync(Id, default).ConfigureAwait(false);
    }

    private static HttpClient CreateClient()
    {
        HttpClient http = new(new ReplayHandler(User)) { BaseAddress = new Uri(SandboxOptions.Origin, SandboxHandler.QardPath + "/") };
        http.DefaultRequestHeaders.Add("X-API-KEY", Sessions.Sandbox.QardApiKey);
        http.DefaultRequestHeaders.Add("Accept", "application/json");
        return http;
    }
}
