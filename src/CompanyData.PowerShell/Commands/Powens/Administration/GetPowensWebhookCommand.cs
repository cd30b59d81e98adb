using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Lists the webhooks of the domain; it takes the config token.</summary>
[Cmdlet(VerbsCommon.Get, "PowensWebhook")]
[OutputType(typeof(PowensWebhook))]
public sealed class GetPowensWebhookCommand : PowensPipelineCommand
{
    /// <summary>One webhook's id.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensWebhookCompleter))]
    public string? WebhookId { get; set; }

    protected override object? Target => WebhookId;

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        bool isFound = WebhookId is null;
        await output.WriteAllAsync(powens.Webhooks.ListAsync(cancellationToken), webhook =>
        {
            bool isWanted = WebhookId is null || webhook.Id == WebhookId;
            isFound |= isWanted;
            return isWanted;
        }).ConfigureAwait(false);
        if (!isFound)
        {
            await output.FailAsync(PowensNotFound.Error("webhook", WebhookId!, "Get-PowensWebhook"), ErrorPrefix, WebhookId).ConfigureAwait(false);
        }
    }
}
