using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompanyData.Redaction;

/// <summary>Decides what of a request or an answer may be seen. Everything that is not on a list is hidden.</summary>
internal static class Redactor
{
    public const string Mask = "***";

    private static readonly HashSet<string> VisibleQuery = new(StringComparer.OrdinalIgnoreCase)
    {
        "page", "per_page", "siren", "exclude_auditors",
        "limit", "offset", "expand", "country_codes", "all", "min_date", "max_date", "last_update", "type",
    };

    private static readonly HashSet<string> VisibleFields = new(StringComparer.OrdinalIgnoreCase)
    {
        "error_code", "error_message", "error_details", "error", "errors", "message", "code", "detail", "details",
        "title", "description", "status", "type", "field", "fields", "path", "pointer", "reason", "trace_id", "request_id",
    };

    private static readonly string[] SecretWords = ["secret", "password", "token", "credential", "api_key", "apikey", "authorization"];

    /// <summary>A path with its query, of which only the listed names keep their values.</summary>
    public static string PathAndQuery(string path)
    {
        int mark = path.IndexOf('?');
        if (mark < 0)
        {
            return path;
        }

        IEnumerable<string> pairs = path.Substring(mark + 1).Split('&').Select(pair =>
        {
            string name = pair.Split('=')[0];
            return VisibleQuery.Contains(Uri.UnescapeDataString(name)) ? pair : $"{name}={Mask}";
        });
        return path.Substring(0, mark + 1) + string.Join("&", pairs);
    }

    /// <summary>Text without the given secrets and, on one line, without anything that could drive a terminal.</summary>
    public static string Text(string text, IEnumerable<Secret> secrets)
    {
        foreach (string form in Forms(secrets))
        {
            text = text.Replace(form, Mask);
        }

        if (!text.Any(TerminalSafeText.DrivesTerminal))
        {
            return text;
        }

        StringBuilder clean = new(text.Length);
        foreach (char c in text)
        {
            clean.Append(TerminalSafeText.DrivesTerminal(c) ? ' ' : c);
        }

        return clean.ToString();
    }

    /// <summary>A text that was cut off: what stands at its end may be the beginning of a secret.</summary>
    public static string CutText(string text, IEnumerable<Secret> secrets)
    {
        const int Telling = 3;
        string cut = text.TrimEnd('\uFFFD');
        foreach (string form in Forms(secrets))
        {
            for (int length = form.Length - 1; length >= Telling; length--)
            {
                if (cut.EndsWith(form.Substring(0, length), StringComparison.Ordinal))
                {
                    return cut.Substring(0, cut.Length - length) + Mask;
                }
            }
        }

        return cut;
    }

    /// <summary>As secrets may come back; the longest first, since one may hold another.</summary>
    private static IEnumerable<string> Forms(IEnumerable<Secret> secrets)
        => secrets.SelectMany(secret => secret.Forms).OrderByDescending(form => form.Length);

    /// <summary>A JSON text in which only the listed fields keep their text; numbers and booleans stay.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static string Json(string json)
    {
        JsonNode? node = JsonNode.Parse(json);
        return Hide(node, visible: false)?.ToJsonString(Readable) ?? "null";
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static JsonNode? Hide(JsonNode? node, bool visible) => node switch
    {
        JsonObject map => new JsonObject(map.Select(field => new KeyValuePair<string, JsonNode?>(
            field.Key,
            IsSecret(field.Key) ? JsonValue.Create(Mask) : Hide(field.Value, visible || IsVisible(field.Key))))),
        JsonArray list => new JsonArray([.. list.Select(item => Hide(item, visible))]),
        JsonValue value when !visible && value.TryGetValue(out string? _) => JsonValue.Create(Mask),
        _ => node?.DeepClone(),
    };

    /// <summary>Whether a JSON field's text may be shown.</summary>
    public static bool IsVisible(string name) => VisibleFields.Contains(name);

    public static bool IsSecret(string name)
        => SecretWords.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
