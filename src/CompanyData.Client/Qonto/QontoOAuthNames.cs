namespace CompanyData.Qonto;

/// <summary>
/// The names of the OAuth fields of a registration. The seed describes the fields but shows no names, so these are [inferred]; a
/// session can override them.
/// </summary>
public sealed record QontoOAuthNames
{
    public static readonly QontoOAuthNames Default = new();

    /// <summary>The object that holds the others.</summary>
    public string Parent { get; init; } = "oauth";

    /// <summary>The switch that makes the others mandatory.</summary>
    public string Enabled { get; init; } = "generate_authorization_code";

    public string ClientId { get; init; } = "client_id";

    /// <summary>One text, with a space between the scopes.</summary>
    public string Scopes { get; init; } = "scopes";

    public string State { get; init; } = "state";

    public string RedirectUri { get; init; } = "redirect_uri";
}
