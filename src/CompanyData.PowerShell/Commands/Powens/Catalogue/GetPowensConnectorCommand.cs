using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Lists the banks and providers that users can connect; requires no token.</summary>
[Cmdlet(VerbsCommon.Get, "PowensConnector", DefaultParameterSetName = "All")]
[OutputType(typeof(PowensConnector))]
public sealed class GetPowensConnectorCommand : PowensPipelineCommand
{
    /// <summary>One connector by its uuid.</summary>
    [Parameter(Mandatory = true, HelpMessage = "One connector by its uuid.", ValueFromPipelineByPropertyName = true, ParameterSetName = "Uuid")]
    [Alias("ConnectorUuid")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConnectorCompleter))]
    public string? Uuid { get; set; }

    /// <summary>One connector by its numeric id; the service prefers uuids.</summary>
    [Parameter(Mandatory = true, HelpMessage = "One connector by its numeric id.", ParameterSetName = "Id")]
    [Alias("ConnectorId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConnectorCompleter))]
    public string? Id { get; set; }

    /// <summary>A name; wildcards are allowed.</summary>
    [Parameter(Position = 0, ParameterSetName = "All")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConnectorCompleter))]
    public string Name { get; set; } = "*";

    /// <summary>Only connectors of these countries, as ISO codes.</summary>
    [Parameter(ParameterSetName = "All")]
    [ValidateNotNullOrEmpty]
    public string[] Country { get; set; } = [];

    /// <summary>Further resources to include, such as the fields that a user fills in.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(WordCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Expand { get; set; } = [];

    protected override object? Target => Uuid ?? Id;

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        if (Target is string idOrUuid)
        {
            await output.WriteAsync(await powens.Catalogue.GetConnectorAsync(idOrUuid, Expand, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        NameFilter named = new(Name);
        await output.WriteAllAsync(powens.Catalogue.ListConnectorsAsync(Country, Expand, cancellationToken), connector => named.Matches(connector.Name)).ConfigureAwait(false);
        EnsureFound(named, "connector");
    }
}
