using System.Management.Automation;
using System.Security;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qonto;
using CompanyData.Redaction;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Qonto;

/// <summary>Changes the address or the secret of a webhook, or enables or disables it.</summary>
[Cmdlet(VerbsCommon.Set, "QontoWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(QontoWebhook))]
public sealed class SetQontoWebhookCommand : QontoPipelineCommand
{
    /// <summary>The webhook's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The webhook's id.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(QontoWebhookCompleter))]
    public string WebhookId { get; set; } = string.Empty;

    /// <summary>New https address; by default unchanged.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Uri)]
    public Uri? CallbackUrl { get; set; }

    /// <summary>Whether the webhook is enabled; by default unchanged.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Flag)]
    public bool? Enabled { get; set; }

    /// <summary>New secret with which Qonto signs its calls.</summary>
    [Parameter]
    [ValidateNotNull]
    [SecretInput]
    public SecureString? Secret { get; set; }

    /// <summary>Emits the webhook after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override object? Target => WebhookId;

    protected override string Change
    {
        get
        {
            string[] changes =
            [
                .. CallbackUrl is null ? [] : (string[])[$"call {CallbackUrl}"],
                .. Enabled is not { } enabled ? [] : (string[])[enabled ? "be enabled" : "be disabled"],
                .. Secret is null ? [] : (string[])["have a new secret"],
            ];
            return $"Have the Qonto webhook '{WebhookId}' {string.Join(", ", changes)}";
        }
    }

    protected override void Prepare()
    {
        if (CallbackUrl is null && Enabled is null && Secret is null)
        {
            throw new ArgumentException("Nothing to change: give -CallbackUrl, -Enabled or -Secret.");
        }

        if (CallbackUrl is not (null or { IsAbsoluteUri: true, Scheme: "https" }))
        {
            throw new ArgumentException($"'{CallbackUrl}' is not an absolute https address.");
        }
    }

    /// <summary>Source: PATCH /register/webhooks/{id} [docs]: address and switch are always sent, so what was not given is read first.</summary>
    protected override async Task RunAsync(QontoClient client, CommandOutput output, CancellationToken cancellationToken)
    {
        QontoWebhook? current = CallbackUrl is not null && Enabled is not null ? null : await FindAsync(client, cancellationToken).ConfigureAwait(false);
        QontoWebhookChange change = new(CallbackUrl ?? new Uri(current!.CallbackUrl!), Enabled ?? current!.Enabled ?? true, Secret?.ToSecret());
        QontoWebhook changed = await client.Webhooks.ChangeAsync(WebhookId, change, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(PassThru ? changed : null).ConfigureAwait(false);
    }

    private async Task<QontoWebhook> FindAsync(QontoClient client, CancellationToken cancellationToken)
    {
        IReadOnlyList<QontoWebhook> all = await client.Webhooks.ListAsync(cancellationToken).ReadAllAsync().ConfigureAwait(false);
        return all.FirstOrDefault(webhook => webhook.Id == WebhookId && webhook.CallbackUrl is not null)
            ?? throw new ApiException(ApiErrorKind.NotFound, "Qonto", "find the webhook", $"Qonto: there is no webhook '{WebhookId}'.")
            {
                Subject = WebhookId,
                Remedy = "List the webhooks with Get-QontoWebhook.",
            };
    }
}
