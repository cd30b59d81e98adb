namespace CompanyData.Sandbox.Powens;

/// <summary>The states of a connection that the documents name; null is fine. [docs]</summary>
internal static class PowensStates
{
    public const string ScaRequired = "SCARequired";
    public const string WebauthRequired = "webauthRequired";
    public const string AdditionalInformationNeeded = "additionalInformationNeeded";
    public const string Decoupled = "decoupled";
    public const string Validating = "validating";
    public const string ActionNeeded = "actionNeeded";
    public const string PasswordExpired = "passwordExpired";
    public const string Wrongpass = "wrongpass";
    public const string RateLimiting = "rateLimiting";
    public const string WebsiteUnavailable = "websiteUnavailable";
    public const string Bug = "bug";
}
