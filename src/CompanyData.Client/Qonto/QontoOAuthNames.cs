namespace CompanyData.Qonto;

/// <summary>
/// Names of the OAuth fields of a registration. The seed describes the fields without their names, so these are [inferred]; a session
/// can override them.
/// </summary>
public sealed record QontoOAuthNames
{
    public static readonly QontoOAuthNames Default = new();

    /// <summary>The object that contains the other fields.</summary>
    public string Parent { get; init; } = "oauth";

    /// <summary>The boolean that makes the other fields mandatory.</summary>
    public string Enabled { get; init; } = "generate_authorization_code";

    public string ClientId { get; init; } = "client_id";

    /// <summary>The scopes as one text, separated by spaces.</summary>
    public string Scopes { get; init; } = "scopes";

    public string State { get; init; } = "state";

    public string RedirectUri { get; init; } = "redirect_uri";
}
