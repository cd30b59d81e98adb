using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Tells Qonto that something has happened on the partner's side. Sent twice, the earliest time is kept.</summary>
[Cmdlet(VerbsCommunications.Send, "QontoPartnerEvent", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SendQontoPartnerEventCommand : QontoPipelineCommand
{
    /// <summary>What has happened, in the words agreed with Qonto.</summary>
    [Parameter(Mandatory = true, HelpMessage = "What has happened, in the words agreed with Qonto.", Position = 0)]
    [ValidateNotNullOrEmpty]
    public string EventName { get; set; } = string.Empty;

    /// <summary>The registration that it is about.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Id]
    [ArgumentCompleter(typeof(RegistrationCompleter))]
    public string? RegistrationId { get; set; }

    /// <summary>The organization that it is about.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Id]
    [ArgumentCompleter(typeof(RegistrationCompleter))]
    public string? OrganizationId { get; set; }

    /// <summary>When it happened; now where it is left out. Without a zone it is local time.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Time)]
    public DateTime? OccurredAt { get; set; }

    protected override object? Target => RegistrationId ?? OrganizationId;

    protected override string Change => $"Tell Qonto of '{EventName}' for {(RegistrationId is null ? $"the organization '{OrganizationId}'" : $"the registration '{RegistrationId}'")}";

    protected override void Prepare()
    {
        if (string.IsNullOrEmpty(RegistrationId) && string.IsNullOrEmpty(OrganizationId))
        {
            throw new ArgumentException("Say what it is about: give -RegistrationId or -OrganizationId.");
        }
    }

    protected override Task RunAsync(QontoClient client, CommandOutput output, CancellationToken cancellationToken) => client.Events.SendAsync(
        new() { Event = EventName, RegistrationId = OrNull(RegistrationId), OrganizationId = OrNull(OrganizationId), OccurredAt = OccurredAt is { } time ? new DateTimeOffset(time) : null },
        cancellationToken);

    private static string? OrNull(string? id) => string.IsNullOrEmpty(id) ? null : id;
}
