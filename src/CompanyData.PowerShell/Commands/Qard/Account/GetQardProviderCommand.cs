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
        WildcardPattern pattern = WildcardPattern.Get(Name, WildcardOptions.IgnoreCase);
        IReadOnlyList<QardProvider> all = await qard.Account.ListProvidersAsync(cancellationToken).ReadAllAsync().ConfigureAwait(false);
        QardProvider[] found = [.. all.Where(provider => pattern.IsMatch(provider.Name ?? string.Empty))];
        if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(Name))
        {
            throw UnknownProvider.Named(Name, all.Select(provider => provider.Name));
        }

        await output.WriteAllAsync(found).ConfigureAwait(false);
    }
}
