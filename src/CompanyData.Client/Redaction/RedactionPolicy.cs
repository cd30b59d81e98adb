namespace CompanyData.Redaction;

/// <summary>Defines which values of a JSON text are shown. All others are masked, except <c>true</c>, <c>false</c> and <c>null</c>.</summary>
internal sealed class RedactionPolicy
{
    private static readonly string[] SecretWords = ["secret", "password", "token", "credential", "api_key", "apikey", "authorization"];

    private readonly HashSet<string> _visible;

    private RedactionPolicy(params string[] visible) => _visible = new(visible, StringComparer.OrdinalIgnoreCase);

    /// <summary>For error responses: shows the fields that describe the error.</summary>
    public static readonly RedactionPolicy ErrorResponse = new(
        "error_code", "error_message", "error_details", "error", "errors", "message", "code", "detail", "details",
        "title", "description", "status", "type", "field", "fields", "path", "pointer", "reason", "trace_id", "request_id")
    {
        ShowsNested = true,
        ShowsNumbers = true,
        ShowsCutText = true,
    };

    /// <summary>
    /// For traced bodies: shows their structure, ids and states. Names, addresses, account numbers, amounts and all other data about
    /// people or money stay hidden.
    /// </summary>
    // Without code and state: for some services they are one-time codes and the state of an OAuth exchange.
    public static readonly RedactionPolicy Trace = new(
        "id", "uuid", "user_id", "id_user", "connection_id", "id_connection", "data_connection_id", "id_account", "connector_uuid", "id_connector",
        "siren", "provider", "provider_name", "data_type", "data_types", "status", "type", "error_code", "enabled", "active",
        "page", "per_page", "current_page", "total_pages", "total", "total_count", "limit", "offset", "count",
        "created_at", "updated_at", "last_update", "next_try", "expires_in", "event", "event_type");

    /// <summary>Whether everything inside a visible field is visible too.</summary>
    public bool ShowsNested { get; private init; }

    /// <summary>Whether numbers are shown in every field.</summary>
    public bool ShowsNumbers { get; private init; }

    /// <summary>Whether the start of a truncated visible text is shown.</summary>
    public bool ShowsCutText { get; private init; }

    public bool IsVisible(string field) => _visible.Contains(field) && !IsSecret(field);

    /// <summary>Whether a field most likely contains a secret; its value is then always masked.</summary>
    public static bool IsSecret(string field) => SecretWords.Any(word => field.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
