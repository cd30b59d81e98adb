using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Reports an event on the partner's side to Qonto. If sent twice, Qonto keeps the earliest time.</summary>
[Cmdlet(VerbsCommunications.Send, "QontoPartnerEvent", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SendQontoPartnerEventCommand : QontoPipelineCommand
{
    /// <summary>Name of the event, as agreed with Qonto.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Name of the event, as agreed with Qonto.", Position = 0)]
    [ValidateNotNullOrEmpty]
    public string EventName { get; set; } = string.Empty;

    /// <summary>The registration concerned.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Id]
    [ArgumentCompleter(typeof(RegistrationCompleter))]
    public string? RegistrationId { get; set; }

    /// <summary>The organization concerned.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Id]
    [ArgumentCompleter(typeof(RegistrationCompleter))]
    public string? OrganizationId { get; set; }

    /// <summary>Time of the event; by default now. Local time unless a time zone is given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Time)]
    public DateTime? OccurredAt { get; set; }

    protected override object? Target => RegistrationId ?? OrganizationId;

    protected override string Change => $"Report '{EventName}' to Qonto for {(RegistrationId is null ? $"the organization '{OrganizationId}'" : $"the registration '{RegistrationId}'")}";

    protected override void Prepare()
    {
        if (string.IsNullOrEmpty(RegistrationId) && string.IsNullOrEmpty(OrganizationId))
        {
            throw new ArgumentException("Give -RegistrationId or -OrganizationId.");
        }
    }

    protected override Task RunAsync(QontoClient client, CommandOutput output, CancellationToken cancellationToken) => client.Events.SendAsync(
        new() { Event = EventName, RegistrationId = OrNull(RegistrationId), OrganizationId = OrNull(OrganizationId), OccurredAt = OccurredAt is { } time ? new DateTimeOffset(time) : null },
        cancellationToken);

    private static string? OrNull(string? id) => string.IsNullOrEmpty(id) ? null : id;
}
