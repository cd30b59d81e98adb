namespace CompanyData.Qard;

/// <summary>The life of a data connection; the list is open. Source: qard.md, data connections [docs].</summary>
public static class ConnectionStatus
{
    public const string AuthRequired = "AUTH_REQUIRED";
    public const string Connecting = "CONNECTING";
    public const string Connected = "CONNECTED";
    public const string AuthError = "AUTH_ERROR";
    public const string Disconnected = "DISCONNECTED";
}
