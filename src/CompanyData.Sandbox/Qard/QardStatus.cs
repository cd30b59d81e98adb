namespace CompanyData.Sandbox.Qard;

/// <summary>The status texts of data connections and sync items. [docs]</summary>
internal static class QardStatus
{
    public const string AuthRequired = "AUTH_REQUIRED";
    public const string Connecting = "CONNECTING";
    public const string Connected = "CONNECTED";
    public const string AuthError = "AUTH_ERROR";
    public const string Disconnected = "DISCONNECTED";

    public const string Queued = "QUEUED";
    public const string Fetching = "FETCHING";
    public const string Success = "SUCCESS";
    public const string FetchError = "FETCH_ERROR";
    public const string InternalError = "INTERNAL_ERROR";
}
