namespace CompanyData.Sandbox;

/// <summary>A call that a service would make to a webhook, signed as the service signs.</summary>
/// <param name="Method">GET of Qard, POST of its alerts, of Powens and of Qonto.</param>
/// <param name="Address">The address with its query.</param>
/// <param name="Body">JSON; null for a GET.</param>
public sealed record SandboxWebhook(string Method, Uri Address, string? Body)
{
    /// <summary>The headers that carry the signature; none where the service does not sign.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    internal Action<int?>? Answered { get; init; }

    /// <summary>Tells the sandbox how the receiver answered, for services that log their deliveries.</summary>
    /// <param name="statusCode">The HTTP status; null where there was no answer.</param>
    public void Report(int? statusCode) => Answered?.Invoke(statusCode);

    /// <summary>The address that an account has registered where it is this machine's, else the one that stands in for it: nothing leaves this machine.</summary>
    internal static Uri Receiver(string? registered, Uri standIn) =>
        Uri.TryCreate(registered, UriKind.Absolute, out var address) && address.IsLoopback && address.Scheme == Uri.UriSchemeHttp ? address : standIn;

    internal static IReadOnlyDictionary<string, string> Signed(string header, string signature) =>
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [header] = signature };
}
