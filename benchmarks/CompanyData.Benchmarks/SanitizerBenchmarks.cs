using BenchmarkDotNet.Attributes;
using CompanyData.Redaction;
using CompanyData.Transport;

namespace CompanyData.Benchmarks;

/// <summary>Hiding what must not be seen.</summary>
public class SanitizerBenchmarks
{
    private const string Path = "users?page=1&per_page=100&siren=123456789&api_key=0123456789abcdef";

    private const string Text = "Qard: could not read the user (123456789): 400, the key 0123456789abcdef may not do that [request id 42]";

    private static readonly string Json =
        $$"""{"error_code":"INVALID","error_message":"Not valid","details":[{{string.Join(',', Enumerable.Repeat("""{"field":"siren","secret":"s","iban":"x","value":42}""", 20))}}]}""";

    private static readonly Secret[] Secrets = [new("0123456789abcdef"), new("another secret")];

    [Benchmark]
    public string PathAndQuery() => Redactor.PathAndQuery(Path);

    [Benchmark]
    public string PlainText() => Redactor.Text(Text, Secrets);

    [Benchmark]
    public string ErrorBody() => Redactor.Json(Json);
}
