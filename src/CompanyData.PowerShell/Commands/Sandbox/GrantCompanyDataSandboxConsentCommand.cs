using System.Management.Automation;
using CompanyData.Commands.Qard;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Commands.Sandbox;

/// <summary>
/// Plays the end user: visits a data connection's redirect URL and consents. It works on the embedded sandbox only, which no
/// browser can reach; on the sandbox server, open the URL.
/// </summary>
[Cmdlet(VerbsSecurity.Grant, "CompanyDataSandboxConsent", SupportsShouldProcess = true)]
[OutputType(typeof(QardDataConnection))]
public sealed class GrantCompanyDataSandboxConsentCommand : QardConnectionCommand
{
    /// <summary>Where the end user is asked.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public Uri? RedirectUrl { get; set; }

    protected override string Change => $"Consent to the data connection '{ConnectionId}' in the sandbox";

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        HttpMessageHandler sandbox = Session!.Sandbox
            ?? throw new ArgumentException("This session is not on the embedded sandbox: only the end user can consent, at the redirect URL.");
        using HttpMessageInvoker browser = new(sandbox, disposeHandler: false);
        using HttpRequestMessage visit = new(HttpMethod.Get, RedirectUrl);
        using HttpResponseMessage page = await browser.SendAsync(visit, cancellationToken).ConfigureAwait(false);
        if (!page.IsSuccessStatusCode)
        {
            throw new ArgumentException($"The sandbox has no consent page at {RedirectUrl}.");
        }

        await output.WriteAsync(await qard.Connections.GetAsync(UserId, ConnectionId, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
