using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Reads the calls that a webhook has made, and how the receiver answered; it takes the config token.</summary>
[Cmdlet(VerbsCommon.Get, "PowensWebhookDelivery")]
[OutputType(typeof(PowensWebhookDelivery))]
public sealed class GetPowensWebhookDeliveryCommand : PowensWebhookCommand
{
    /// <summary>Only calls about this user.</summary>
    [Parameter]
    [Alias("IdUser")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensUserCompleter))]
    public string? UserId { get; set; }

    /// <summary>The first day.</summary>
    [Parameter]
    [Cell(CellKind.Day)]
    public DateTime? MinDate { get; set; }

    /// <summary>The last day.</summary>
    [Parameter]
    [Cell(CellKind.Day)]
    public DateTime? MaxDate { get; set; }

    protected override Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
        => output.WriteAllAsync(powens.Webhooks.ListDeliveriesAsync(WebhookId, UserId, MinDate, MaxDate, cancellationToken));
}
