namespace CompanyData.Powens;

/// <summary>Links to the page where an end user connects a bank. Source: powens.md, webview [docs].</summary>
public sealed class PowensWebview
{
    private static readonly Uri Host = new("https://webview.powens.com/");

    public required string Flow { get; init; }

    public string Language { get; init; } = "en";

    /// <summary>The API's address; its host is the domain.</summary>
    public required Uri Api { get; init; }

    public required string ClientId { get; init; }

    public required Uri RedirectUri { get; init; }

    public required string Code { get; init; }

    public string? State { get; init; }

    public IReadOnlyCollection<string> ConnectorUuids { get; init; } = [];

    public IReadOnlyCollection<string> Capabilities { get; init; } = [];

    public string? ConnectionId { get; init; }

    public Uri ToUri()
    {
        (string Name, string? Value)[] query =
        [
            ("domain", Api.Host),
            ("client_id", ClientId),
            ("redirect_uri", RedirectUri.AbsoluteUri),
            ("code", Code),
            ("state", State),
            ("connector_uuids", PowensCatalogue.List(ConnectorUuids)),
            ("connector_capabilities", PowensCatalogue.List(Capabilities)),
            ("connection_id", ConnectionId),
        ];
        return new Uri(Host, Transport.ApiPath.WithQuery($"{Language}/{Flow}", query));
    }
}
