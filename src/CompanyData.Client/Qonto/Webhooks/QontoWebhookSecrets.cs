using System.Text.Json;
using CompanyData.Json;
using CompanyData.Redaction;

namespace CompanyData.Qonto;

/// <summary>Takes the secret out of a webhook's fields: those named after one, however deep, and those that hold it. What is beside them stays.</summary>
internal static class QontoWebhookSecrets
{
    private const string SecretName = "secret";

    // A field was one level further down in the response, which may be this deep.
    private const int MaxDepth = 128;

    /// <param name="fields">The fields that have no property.</param>
    /// <param name="secret">The secret that was sent; null where it is not known.</param>
    public static void Remove(Dictionary<string, JsonElement>? fields, Secret? secret)
    {
        foreach (KeyValuePair<string, JsonElement> field in fields?.ToArray() ?? [])
        {
            object? value = JsonValues.ToObject(field.Value);
            bool isPruned = false;
            if (IsSecretName(field.Key) || !Keeps(value, secret, ref isPruned))
            {
                fields!.Remove(field.Key);
            }
            else if (isPruned)
            {
                fields![field.Key] = ToElement(value);
            }
        }
    }

    /// <returns>False where the value is a secret, or held nothing but secrets.</returns>
    private static bool Keeps(object? value, Secret? secret, ref bool isPruned)
    {
        switch (value)
        {
            case FieldMap map:
                int fields = map.Count;
                foreach (string name in map.Keys.ToArray())
                {
                    if (IsSecretName(name) || !Keeps(map[name], secret, ref isPruned))
                    {
                        map.Remove(name);
                        isPruned = true;
                    }
                }

                return map.Count > 0 || fields == 0;
            case ValueList<object?> list:
                for (int i = list.Count - 1; i >= 0; i--)
                {
                    if (!Keeps(list[i], secret, ref isPruned))
                    {
                        list.RemoveAt(i);
                        isPruned = true;
                    }
                }

                return true;
            default:
                return secret is null || value?.ToString()?.Contains(secret.Reveal()) != true;
        }
    }

    private static JsonElement ToElement(object? value)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            JsonValues.Write(writer, value);
        }

        using JsonDocument document = JsonDocument.Parse(buffer.ToArray(), new JsonDocumentOptions { MaxDepth = MaxDepth });
        return document.RootElement.Clone();
    }

    /// <summary>Such as <c>secret</c> and <c>signing_secret</c>, but not <c>secret_updated_at</c>.</summary>
    private static bool IsSecretName(string name) => name.EndsWith(SecretName, StringComparison.OrdinalIgnoreCase);
}
