using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Lists the webhooks, without their secrets.</summary>
[Cmdlet(VerbsCommon.Get, "QontoWebhook")]
[OutputType(typeof(QontoWebhook))]
public sealed class GetQontoWebhookCommand : QontoCommand
{
    /// <summary>Only webhooks with this address; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string CallbackUrl { get; set; } = "*";

    protected override Task RunAsync(QontoClient client, CommandOutput output, CancellationToken cancellationToken)
    {
        WildcardPattern pattern = WildcardPattern.Get(CallbackUrl, WildcardOptions.IgnoreCase);
        return output.WriteAllAsync(client.Webhooks.ListAsync(cancellationToken), webhook => pattern.IsMatch(webhook.CallbackUrl ?? string.Empty));
    }
}
