namespace CompanyData.Powens;

/// <summary>
/// The token that a call requires. Source: the seed's "Authentication": a user's token, and manage tokens by scope. No documented call
/// uses the token with the scope "categorization".
/// </summary>
public static class PowensScope
{
    /// <summary>The token of one user.</summary>
    public const string User = "user token";

    /// <summary>The manage token for /config.</summary>
    public const string Config = "config";

    /// <summary>The manage token with the scope "user", for the list of users.</summary>
    public const string Users = "user";

    public const string Invoicing = "invoicing";
}
