namespace CompanyData.Transport;

/// <summary>Decides to which addresses a key may be sent.</summary>
internal static class OriginRules
{
    /// <summary>HTTPS anywhere; plain HTTP on loopback only.</summary>
    public static bool MayCarrySecrets(Uri uri) => uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback);

    public static bool SameOrigin(Uri left, Uri right)
        => Uri.Compare(left, right, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
