using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Commands.Powens;

/// <summary>Creates the link with which an end user connects a bank, reconnects or manages connections.</summary>
[Cmdlet(VerbsCommon.New, "PowensWebviewUri")]
[OutputType(typeof(PowensWebviewLink))]
public sealed class NewPowensWebviewUriCommand : PowensPipelineCommand
{
    /// <summary>Address to which the user returns; must be registered with Powens.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Address to which the user returns.", Position = 0)]
    [ValidateNotNull]
    public Uri? RedirectUri { get; set; }

    [Parameter]
    [ValidateSet("connect", "reconnect", "manage")]
    public string Flow { get; set; } = "connect";

    [Parameter]
    [ValidateSet("en", "fr", "de", "nl", "it", "es", "pt")]
    public string Language { get; set; } = "en";

    /// <summary>Value returned with the user; by default random.</summary>
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

    /// <summary>The connection to reconnect, for -Flow reconnect.</summary>
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
            throw new ArgumentException("The flow reconnect requires -ConnectionId.");
        }
    }

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        if (powens.Credentials.ClientId is not { } clientId)
        {
            throw new ApiException(ApiErrorKind.TokenMissing, "Powens", "create a link", "Powens: a link requires a client id; this session does not have one.")
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
