using System.Text.Json.Nodes;
using CompanyData.Json;

namespace CompanyData.Qonto;

/// <summary>A registration that has not been sent yet, with the rules it violates.</summary>
public sealed class QontoRegistrationDraft
{
    /// <param name="json">The request body; amounts given as numbers are converted to decimal text.</param>
    /// <param name="rules">The rules to check.</param>
    public QontoRegistrationDraft(JsonObject json, QontoRules rules)
    {
        QontoAmounts.ToText(json);
        Body = json;
        Findings = new(rules.Check(json));
    }

    public string? LegalFlow => Text("legal_flow");

    public string? LegalName => Text("organization", "legal_name");

    public string? LegalNumber => Text("organization", "legal_number");

    public int Stakeholders => (Body["stakeholders"] as JsonArray)?.Count ?? 0;

    /// <summary>The violated rules; empty if the registration can be sent.</summary>
    public ValueList<QontoFinding> Findings { get; }

    /// <summary>The request body as JSON.</summary>
    public string Json => Body.ToJsonString(QontoJsonContext.Default.Options);

    internal JsonObject Body { get; }

    /// <summary>The company as <c>name (number)</c>, or what is known of the two; "a company without a name" if neither is.</summary>
    public override string ToString() => (LegalName, LegalNumber) switch
    {
        ({ Length: > 0 } name, { Length: > 0 } number) => $"{name} ({number})",
        ({ Length: > 0 } name, _) => name,
        (_, { Length: > 0 } number) => number,
        _ => "a company without a name",
    };

    private string? Text(params string[] path)
    {
        JsonNode? node = Body;
        foreach (string field in path)
        {
            node = (node as JsonObject)?[field];
        }

        return (node as JsonValue)?.ToString();
    }
}
