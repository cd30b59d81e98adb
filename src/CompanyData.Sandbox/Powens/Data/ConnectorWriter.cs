using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Powens.Data;

/// <summary>The connector object, with what was asked for by <c>expand</c>. [docs]</summary>
internal static class ConnectorWriter
{
    public static string SourceName(MagicConnector connector) => connector.Fields.Count > 0 ? "directaccess" : "openapi";

    public static void Write(Utf8JsonWriter json, MagicConnector connector, ISet<string> expand)
    {
        json.WriteStartObject();
        json.WriteNumber("id", connector.Id);
        json.WriteString("uuid", connector.Uuid);
        json.WriteString("name", connector.Name);
        json.WriteBoolean("hidden", connector.IsHidden);
        json.WriteBoolean("charged", true);
        json.WriteString("code", connector.IsProvider ? null : $"{connector.Id:D5}");
        json.WriteBoolean("beta", false);
        json.WriteBoolean("restricted", false);
        json.WriteString("color", connector.IsStrange ? null : "336699");
        json.WriteString("slug", $"SBX{connector.Id}");
        json.WriteNumber("months_to_fetch", 12);
        json.WriteNumber("sync_periodicity", 1);
        json.WriteString("auth_mechanism", connector.IsStrange ? "telepathy" : Mechanism(connector));
        json.WriteNull("siret");
        json.WriteList("capabilities", connector.IsStrange ? [.. connector.Capabilities, "divination"] : connector.Capabilities);
        json.WriteList("account_usages", connector.IsProvider ? [] : ["PRIV", "ORGA"]);
        json.WriteList("products", connector.IsProvider ? ["TRUST"] : ["BANK"]);
        if (connector.IsStrange)
        {
            json.WriteStrangeFields();
        }

        WriteExpanded(json, connector, expand);
        json.WriteEndObject();
    }

    private static string Mechanism(MagicConnector connector) => connector.Fields.Count > 0 ? "credentials" : "webauth";

    private static void WriteExpanded(Utf8JsonWriter json, MagicConnector connector, ISet<string> expand)
    {
        if (expand.Contains("fields"))
        {
            json.WriteStartArray("fields");
            foreach (var field in connector.Fields)
            {
                field.Write(json);
            }

            json.WriteEndArray();
        }

        if (expand.Contains("sources"))
        {
            json.WriteStartArray("sources");
            json.WriteStartObject();
            json.WriteNumber("id", connector.Id);
            json.WriteNumber("id_connector", connector.Id);
            json.WriteString("name", SourceName(connector));
            json.WriteString("auth_mechanism", Mechanism(connector));
            json.WriteNumber("priority", 1);
            json.WriteNull("disabled");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (expand.Contains("countries"))
        {
            json.WriteStartArray("countries");
            json.WriteStartObject();
            json.WriteString("id", connector.Country);
            json.WriteString("name", connector.Country switch { "DE" => "Germany", "ES" => "Spain", _ => "France" });
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (expand.Contains("urls"))
        {
            json.WriteList("urls", [$"https://connector-{connector.Id}.example.test"]);
        }
    }
}
