using System.Text.Json;

namespace CompanyData.Sandbox.Powens;

/// <summary>A field that a connector asks the end user for. [docs]</summary>
internal sealed record CredentialField(string Name, string Type, string Label)
{
    public static CredentialField Login { get; } = new("login", "text", "Identifiant");

    public static CredentialField Password { get; } = new("password", "password", "Mot de passe");

    /// <summary>The one-time code that some connectors ask for later.</summary>
    public static CredentialField Code { get; } = new("code", "text", "Code reçu par SMS") { Regex = "^[0-9]{6}$" };

    public bool Required { get; init; } = true;

    public string? Regex { get; init; }

    /// <summary>What a field of type list may hold.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", Name);
        json.WriteString("type", Type);
        json.WriteString("label", Label);
        json.WriteBoolean("required", Required);
        json.WriteString("regex", Regex);
        json.WriteStartArray("auth_mechanisms");
        json.WriteStringValue("credentials");
        json.WriteEndArray();
        if (Values is null)
        {
            json.WriteNull("values");
        }
        else
        {
            json.WriteStartArray("values");
            foreach (var value in Values)
            {
                json.WriteStartObject();
                json.WriteString("value", value);
                json.WriteString("label", $"Espace {value}");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
