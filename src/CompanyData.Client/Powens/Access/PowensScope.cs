namespace CompanyData.Powens;

/// <summary>
/// Which token a call needs. Source: the seed's "Authentication": a user's token, and manage tokens by scope. No documented call
/// takes the one of the scope "categorization".
/// </summary>
public static class PowensScope
{
    /// <summary>The token of one user.</summary>
    public const string User = "user token";

    /// <summary>The manage token that serves /config.</summary>
    public const string Config = "config";

    /// <summary>The manage token of the scope "user" that serves the list of users.</summary>
    public const string Users = "user";

    public const string Invoicing = "invoicing";
}
