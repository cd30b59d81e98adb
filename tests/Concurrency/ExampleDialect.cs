using System.Text.Json;

namespace CompanyData.Concurrency;

/// <summary>A service without anything of its own.</summary>
internal sealed class ExampleDialect : ServiceDialect
{
    public override string Service => "Example";

    public override IReadOnlyCollection<Secret> Secrets => [];

    public override void Authenticate(HttpRequestMessage message, ApiRequest request)
    {
    }

    public override (string? Code, string? Message) ReadError(JsonElement body) => default;
}
