using System.Text.Json;
using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>Qonto's three authentication headers [seed] and its error format [docs].</summary>
internal sealed class QontoDialect(QontoCredentials credentials, bool isProduction) : ServiceDialect
{
    public override string Service => "Qonto";

    public override IReadOnlyCollection<Secret> Secrets { get; } =
        credentials.StagingToken is null ? [credentials.Token] : [credentials.Token, credentials.StagingToken];

    public override void Authenticate(HttpRequestMessage message, ApiRequest request)
    {
        message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {credentials.Token.Reveal()}");
        message.Headers.TryAddWithoutValidation("Qonto-Partner-Id", credentials.PartnerId);
        if (credentials.StagingToken is { } staging)
        {
            message.Headers.TryAddWithoutValidation("X-Qonto-Staging-Token", staging.Reveal());
        }
    }

    /// <summary>Without the staging token, the sandbox responds with an HTML login page (qonto.md, errors [docs]).</summary>
    public override string? Remedy(ApiErrorKind kind, string? code) => kind == ApiErrorKind.InvalidResponse && credentials.StagingToken is null && !isProduction
        ? "HTML instead of JSON means that the sandbox's staging token is missing: Connect-Qonto … -StagingToken $token"
        : null;

    public override (string? Code, string? Message) ReadError(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("errors", out JsonElement errors) || errors.ValueKind != JsonValueKind.Array)
        {
            return (null, body.ValueKind == JsonValueKind.Object ? Text(body, "message") ?? Text(body, "error") : null);
        }

        JsonElement[] entries = [.. errors.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object)];
        string message = string.Join("; ", entries.Select(Describe));
        if (Text(body, "trace_id") is { } trace)
        {
            message += $" (trace id {trace})";
        }

        return (entries.Select(entry => Text(entry, "code")).FirstOrDefault(code => code is not null), message);
    }

    private static string Describe(JsonElement entry)
    {
        string? pointer = entry.TryGetProperty("source", out JsonElement source) && source.ValueKind == JsonValueKind.Object
            ? Text(source, "pointer") ?? Text(source, "parameter")
            : null;
        string text = $"{Text(entry, "code")}: {Text(entry, "detail")}";
        return pointer is null ? text : $"{text} at {pointer}";
    }

    private static string? Text(JsonElement body, string name)
        => body.TryGetProperty(name, out JsonElement value) && value.ToString() is { Length: > 0 } text ? text : null;
}
