using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>Lists the providers that the account can use.</summary>
[Cmdlet(VerbsCommon.Get, "QardProvider")]
[OutputType(typeof(QardProvider))]
public sealed class GetQardProviderCommand : QardPipelineCommand
{
    /// <summary>A provider's name; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProviderName")]
    [Cell(CellKind.Text)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderNameCompleter))]
    public string Name { get; set; } = "*";

    protected override object? Target => Name;

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        NameFilter named = new(Name);
        await output.WriteAllAsync(qard.Account.ListProvidersAsync(cancellationToken), provider => named.Matches(provider.Name)).ConfigureAwait(false);
        EnsureFound(named, "provider");
    }
}
