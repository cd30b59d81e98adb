using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Commands.Powens;

/// <summary>Makes the link where an end user connects a bank, connects again or manages what is connected.</summary>
[Cmdlet(VerbsCommon.New, "PowensWebviewUri")]
[OutputType(typeof(PowensWebviewLink))]
public sealed class NewPowensWebviewUriCommand : PowensPipelineCommand
{
    /// <summary>Where the user comes back to; it has to be registered with Powens.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Where the user comes back to.", Position = 0)]
    [ValidateNotNull]
    public Uri? RedirectUri { get; set; }

    [Parameter]
    [ValidateSet("connect", "reconnect", "manage")]
    public string Flow { get; set; } = "connect";

    [Parameter]
    [ValidateSet("en", "fr", "de", "nl", "it", "es", "pt")]
    public string Language { get; set; } = "en";

    /// <summary>What comes back with the user; by default a random value.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? State { get; set; }

    /// <summary>Only these connectors.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConnectorCompleter))]
    public string[] ConnectorUuid { get; set; } = [];

    /// <summary>Only connectors with these capabilities.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Capability { get; set; } = [];

    /// <summary>The connection to connect again, for -Flow reconnect.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IdConnection")]
    [Id]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public string? ConnectionId { get; set; }

    protected override object? Target => ConnectionId;

    protected override void Prepare()
    {
        if (Flow == "reconnect" && string.IsNullOrWhiteSpace(ConnectionId))
        {
            throw new ArgumentException("To reconnect takes -ConnectionId.");
        }
    }

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        if (powens.Credentials.ClientId is not { } clientId)
        {
            throw new ApiException(ApiErrorKind.TokenMissing, "Powens", "make a link", "Powens: a link takes the client id, which this session has not.")
            {
                Remedy = "Connect again: Connect-Powens … -ClientId …",
            };
        }

        PowensToken code = await powens.Access.CreateCodeAsync(cancellationToken).ConfigureAwait(false);
        PowensWebview webview = new()
        {
            Flow = Flow,
            Language = Language,
            Api = powens.BaseUri,
            ClientId = clientId,
            RedirectUri = RedirectUri!,
            Code = code.Value.Reveal(),
            State = State ?? Guid.NewGuid().ToString("N"),
            ConnectorUuids = ConnectorUuid,
            Capabilities = Capability,
            ConnectionId = Flow == "reconnect" ? ConnectionId : null,
        };
        await output.WriteAsync(new PowensWebviewLink(webview.ToUri(), webview.State!)).ConfigureAwait(false);
    }
}
