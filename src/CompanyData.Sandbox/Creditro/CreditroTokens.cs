using System.Text;
using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Creditro;

/// <summary>
/// Creates JWT-shaped tokens whose claim <c>customer</c> is the customer id [seed]. They are unsigned and valid only in a
/// sandbox.
/// </summary>
public static class CreditroTokens
{
    private const string Signature = "unsigned";

    /// <summary>A token for a customer, with an <c>exp</c> if it expires.</summary>
    public static string Create(string customer, DateTimeOffset? expiresAt = null)
    {
        var header = Part(json =>
        {
            json.WriteString("alg", "none");
            json.WriteString("typ", "JWT");
        });
        var payload = Part(json =>
        {
            json.WriteString("customer", customer);
            if (expiresAt is { } end)
            {
                json.WriteNumber("exp", end.ToUnixTimeSeconds());
            }
        });
        return $"{header}.{payload}.{Signature}";
    }

    /// <summary>The customer of a token from <see cref="Create"/> that has not expired, or null.</summary>
    internal static string? CustomerOf(string token, DateTimeOffset now)
    {
        var parts = token.Split('.');
        return parts.Length == 3 && parts[2] == Signature && Read(parts[1]) is { } claims && !HasEnded(claims, now)
            ? claims.Text("customer")
            : null;
    }

    /// <summary>Whether a text is JWT-shaped and its <c>exp</c> has passed.</summary>
    internal static bool HasEnded(string token, DateTimeOffset now) =>
        token.Split('.') is { Length: 3 } parts && Read(parts[1]) is { } claims && HasEnded(claims, now);

    private static bool HasEnded(JsonElement claims, DateTimeOffset now) =>
        claims.Find("exp") is { ValueKind: JsonValueKind.Number } end && end.GetDouble() <= now.ToUnixTimeSeconds();

    private static string Part(Action<Utf8JsonWriter> write)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonWriting.Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Convert.ToBase64String(buffer.ToArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    private static JsonElement? Read(string part)
    {
        try
        {
            var text = part.Replace('-', '+').Replace('_', '/');
            var bytes = Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(bytes));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }
}
