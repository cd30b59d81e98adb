using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads a user's data connections.</summary>
[Cmdlet(VerbsCommon.Get, "QardDataConnection", DefaultParameterSetName = "Provider")]
[OutputType(typeof(QardDataConnection))]
public sealed class GetQardDataConnectionCommand : QardUserCommand
{
    /// <summary>One connection's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "One connection's id.", ParameterSetName = "Connection")]
    [Alias("DataConnectionId")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(QardConnectionCompleter))]
    public string? ConnectionId { get; set; }

    /// <summary>The provider's name; wildcards are allowed.</summary>
    [Parameter(Position = 1, ParameterSetName = "Provider")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderNameCompleter))]
    public string ProviderName { get; set; } = "*";

    protected override object? Target => ConnectionId ?? UserId;

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        if (ConnectionId is not null)
        {
            await output.WriteAsync(await qard.Connections.GetAsync(UserId, ConnectionId, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        WildcardPattern pattern = WildcardPattern.Get(ProviderName, WildcardOptions.IgnoreCase);
        await output.WriteAllAsync(qard.Connections.ListAsync(UserId, cancellationToken), connection => pattern.IsMatch(connection.ProviderName ?? string.Empty)).ConfigureAwait(false);
    }
}
