namespace CompanyData.Redaction;

/// <summary>Which values of a JSON text may be shown. Everything that is not on the list is masked, except <c>true</c>, <c>false</c> and <c>null</c>.</summary>
internal sealed class RedactionPolicy
{
    private static readonly string[] SecretWords = ["secret", "password", "token", "credential", "api_key", "apikey", "authorization"];

    private readonly HashSet<string> _visible;

    private RedactionPolicy(params string[] visible) => _visible = new(visible, StringComparer.OrdinalIgnoreCase);

    /// <summary>For error responses: what the service says about the error.</summary>
    public static readonly RedactionPolicy ErrorResponse = new(
        "error_code", "error_message", "error_details", "error", "errors", "message", "code", "detail", "details",
        "title", "description", "status", "type", "field", "fields", "path", "pointer", "reason", "trace_id", "request_id")
    {
        ShowsNested = true,
        ShowsNumbers = true,
        ShowsCutText = true,
    };

    /// <summary>
    /// For bodies that are traced: their shape and the fields that say how the exchange went. Names, addresses, account numbers, amounts and
    /// everything else about people or money stays hidden.
    /// </summary>
    // Neither code nor state: to some services they are one-time codes and the state of an OAuth exchange.
    public static readonly RedactionPolicy Trace = new(
        "id", "uuid", "user_id", "id_user", "connection_id", "id_connection", "data_connection_id", "id_account", "connector_uuid", "id_connector",
        "siren", "provider", "provider_name", "data_type", "data_types", "status", "type", "error_code", "enabled", "active",
        "page", "per_page", "current_page", "total_pages", "total", "total_count", "limit", "offset", "count",
        "created_at", "updated_at", "last_update", "next_try", "expires_in", "event", "event_type");

    /// <summary>Everything inside a visible field is visible too.</summary>
    public bool ShowsNested { get; private init; }

    /// <summary>Numbers are shown, whatever their field.</summary>
    public bool ShowsNumbers { get; private init; }

    /// <summary>The start of a visible text that is cut off is shown.</summary>
    public bool ShowsCutText { get; private init; }

    public bool IsVisible(string field) => _visible.Contains(field) && !IsSecret(field);

    /// <summary>Whether a field most likely holds a secret; then its value is masked whatever it is.</summary>
    public static bool IsSecret(string field) => SecretWords.Any(word => field.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
