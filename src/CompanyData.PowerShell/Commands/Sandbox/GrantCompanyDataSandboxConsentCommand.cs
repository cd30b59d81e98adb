using System.Management.Automation;
using CompanyData.Commands.Qard;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Sandbox;

namespace CompanyData.Commands.Sandbox;

/// <summary>
/// Plays the end user: visits a link and consents. Works only on the embedded sandbox, which no browser can reach; on the
/// sandbox server, open the link. Emits a piped Qard connection in its new state.
/// </summary>
[Cmdlet(VerbsSecurity.Grant, "CompanyDataSandboxConsent", SupportsShouldProcess = true)]
[OutputType(typeof(QardDataConnection))]
public sealed class GrantCompanyDataSandboxConsentCommand : QardPipelineCommand
{
    private const string WebviewHost = "webview.powens.com";

    /// <summary>The consent page: a Qard redirect URL, a Powens webview link, or a Qonto owner's link.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The consent page.", Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Uri", "RedirectionLink")]
    [Cell(CellKind.Address)]
    [ValidateNotNull]
    public Uri? RedirectUrl { get; set; }

    /// <summary>The Qard user of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Id]
    [ArgumentCompleter(typeof(UserIdCompleter))]
    public string? UserId { get; set; }

    /// <summary>The Qard connection's id.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("DataConnectionId")]
    [Id]
    [ArgumentCompleter(typeof(QardConnectionCompleter))]
    public string? ConnectionId { get; set; }

    protected override object? Target => RedirectUrl;

    protected override string Change => $"Consent at {RedirectUrl?.GetLeftPart(UriPartial.Path)} in the sandbox";

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        HttpMessageHandler sandbox = Session!.Sandbox
            ?? throw new ArgumentException("This session is not on the embedded sandbox; only the end user can consent, at the link.");
        using HttpMessageInvoker browser = new(sandbox, disposeHandler: false);
        using HttpRequestMessage visit = new(HttpMethod.Get, Reachable(RedirectUrl!));
        using HttpResponseMessage page = await browser.SendAsync(visit, cancellationToken).ConfigureAwait(false);
        if ((int)page.StatusCode >= 400)
        {
            throw new ArgumentException($"The sandbox has no page at {RedirectUrl!.GetLeftPart(UriPartial.Path)}, or its code is no longer valid.");
        }

        if (UserId is { Length: > 0 } user && ConnectionId is { Length: > 0 } connection)
        {
            await output.WriteAsync(await qard.Connections.GetAsync(user, connection, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    /// <summary>The sandbox serves Powens' webview at its own address.</summary>
    private static Uri Reachable(Uri link) => link.Host == WebviewHost
        ? new Uri(SandboxOptions.Origin, $"{SandboxHandler.PowensWebviewPath}{link.PathAndQuery}")
        : link;
}
