using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Sets the address that Qard calls for an event type.</summary>
[Cmdlet(VerbsCommon.Set, "QardWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SetQardWebhookCommand : QardPipelineCommand
{
    /// <summary>The event type, such as DATA_SYNC_SUCCESS.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The event type, such as DATA_SYNC_SUCCESS.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Text)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string EventType { get; set; } = string.Empty;

    /// <summary>The address, https.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The address, https.", Position = 1, ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Uri)]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    protected override object? Target => EventType;

    protected override string Change => $"Set the webhook of Qard for {EventType} to {Uri}";

    protected override void Prepare()
    {
        if (Uri is not { IsAbsoluteUri: true, Scheme: "https" })
        {
            throw new ArgumentException($"'{Uri}' is not an absolute https address.");
        }
    }

    protected override Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
        => qard.Account.SetWebhookAsync(EventType, Uri!, cancellationToken);
}
