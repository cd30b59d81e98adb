using System.Text.Json;

namespace CompanyData.Sandbox.Qonto.Inferred;

/// <summary>
/// "All other fields are mandatory if this is true" [seed]: a switch, and beside it a client id, scopes, a state and a redirect
/// URI. No document shows one of the names. So every object of the body whose name contains oauth is checked: if
/// one of its values is true, four others must be non-empty texts.
/// </summary>
internal static class OAuthRule
{
    private const int TextCount = 4;

    public static IEnumerable<QontoError> Check(JsonElement body)
    {
        foreach (var property in body.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object
                && property.Name.IndexOf("oauth", StringComparison.OrdinalIgnoreCase) >= 0
                && IsOn(property.Value)
                && property.Value.EnumerateObject().Count(field => IsText(field.Value)) < TextCount)
            {
                yield return new(
                    QontoCodes.Required,
                    "The client id, the scopes, the state and the redirect URI are needed where an authorization code is asked for.",
                    $"/{property.Name}");
            }
        }
    }

    private static bool IsOn(JsonElement fields) => fields.EnumerateObject().Any(field => field.Value.ValueKind == JsonValueKind.True);

    private static bool IsText(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString());
}
