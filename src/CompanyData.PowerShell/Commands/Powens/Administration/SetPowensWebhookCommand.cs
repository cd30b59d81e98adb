using System.Management.Automation;
using System.Text.Json.Nodes;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Changes a webhook; it takes the config token.</summary>
[Cmdlet(VerbsCommon.Set, "PowensWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(PowensWebhook))]
public sealed class SetPowensWebhookCommand : PowensWebhookCommand
{
    private JsonObject _change = [];

    /// <summary>The address, https.</summary>
    [Parameter]
    [Cell(CellKind.Uri)]
    [ValidateNotNull]
    public Uri? Url { get; set; }

    /// <summary>Such as CONNECTION_SYNCED; the list is open.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string? EventType { get; set; }

    /// <summary>What signs the calls: the AuthId of New-PowensWebhookSecret.</summary>
    [Parameter]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensWebhookSecretCompleter))]
    public string? AuthId { get; set; }

    /// <summary>Emits the webhook after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override string Change => $"Change the Powens webhook '{WebhookId}': {Changes.Describe(_change)}";

    protected override void Prepare()
    {
        if (Url is not null)
        {
            EnsureCallable(Url);
        }

        _change = Changes.From(("url", Url?.AbsoluteUri), ("event", EventType), ("id_auth", AuthId));
    }

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        PowensWebhook webhook = await powens.Webhooks.ChangeAsync(WebhookId, _change, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(PassThru ? webhook : null).ConfigureAwait(false);
    }
}
