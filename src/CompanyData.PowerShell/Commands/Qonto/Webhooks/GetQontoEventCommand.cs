using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Streams the events of registrations.</summary>
[Cmdlet(VerbsCommon.Get, "QontoEvent")]
[OutputType(typeof(QontoEvent))]
public sealed class GetQontoEventCommand : QontoCommand
{
    /// <summary>An event's type; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EventTypeCompleter))]
    public string EventType { get; set; } = "*";

    protected override Task RunAsync(QontoClient client, CommandOutput output, CancellationToken cancellationToken)
    {
        WildcardPattern pattern = WildcardPattern.Get(EventType, WildcardOptions.IgnoreCase);
        return output.WriteAllAsync(client.Events.ListAsync(cancellationToken), entry => pattern.IsMatch(entry.EventType ?? string.Empty));
    }
}
