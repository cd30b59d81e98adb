namespace CompanyData.Qard;

/// <summary>Known statuses of a data connection. The service may use others. Source: qard.md, data connections [docs].</summary>
public static class ConnectionStatus
{
    public const string AuthRequired = "AUTH_REQUIRED";
    public const string Connecting = "CONNECTING";
    public const string Connected = "CONNECTED";
    public const string AuthError = "AUTH_ERROR";
    public const string Disconnected = "DISCONNECTED";
}
