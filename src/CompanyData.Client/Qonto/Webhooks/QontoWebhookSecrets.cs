using System.Text.Json;
using System.Text.Json.Nodes;
using CompanyData.Redaction;

namespace CompanyData.Qonto;

/// <summary>Takes the secret out of a webhook's fields: those named after one, however deep, and those that hold it. What stands beside them stays.</summary>
internal static class QontoWebhookSecrets
{
    private const string SecretName = "secret";

    /// <param name="fields">The fields that have no property.</param>
    /// <param name="secret">The secret that was sent; null where it is not known.</param>
    public static void Remove(Dictionary<string, JsonElement>? fields, Secret? secret)
    {
        foreach (KeyValuePair<string, JsonElement> field in fields?.ToArray() ?? [])
        {
            if (field.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) || IsSecretName(field.Key))
            {
                if (IsSecretName(field.Key) || Holds(field.Value.ToString(), secret))
                {
                    fields!.Remove(field.Key);
                }

                continue;
            }

            if (Prune(JsonNode.Parse(field.Value.GetRawText()), secret) is { } rest)
            {
                fields![field.Key] = Parse(rest);
            }
            else
            {
                fields!.Remove(field.Key);
            }
        }
    }

    /// <returns>Null where nothing but secrets was in it.</returns>
    private static JsonNode? Prune(JsonNode? node, Secret? secret)
    {
        switch (node)
        {
            case JsonObject map:
                bool wasEmpty = map.Count == 0;
                foreach (string name in map.Select(field => field.Key).ToArray())
                {
                    if (IsSecretName(name) || (map[name] is { } inner && Prune(inner, secret) is null))
                    {
                        map.Remove(name);
                    }
                }

                return map.Count > 0 || wasEmpty ? map : null;
            case JsonArray list:
                for (int i = list.Count - 1; i >= 0; i--)
                {
                    if (list[i] is { } item && Prune(item, secret) is null)
                    {
                        list.RemoveAt(i);
                    }
                }

                return list;
            default:
                return Holds(node?.ToString(), secret) ? null : node;
        }
    }

    private static JsonElement Parse(JsonNode node)
    {
        using JsonDocument document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }

    /// <summary>Such as <c>secret</c> and <c>signing_secret</c>, but not <c>secret_updated_at</c>.</summary>
    private static bool IsSecretName(string name) => name.EndsWith(SecretName, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(string? text, Secret? secret) => secret is not null && text?.Contains(secret.Reveal()) == true;
}
