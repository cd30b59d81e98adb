using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>A Qard command that changes one provider per input.</summary>
public abstract class QardProviderChangeCommand : QardPipelineCommand
{
    /// <summary>The provider's name.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The provider's name.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProviderName")]
    [Cell(CellKind.Text)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderNameCompleter))]
    public string Name { get; set; } = string.Empty;

    /// <summary>Emits the provider after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override object? Target => Name;

    /// <summary>What is documented of a provider may not be all, so another name is sent unchanged, with a warning.</summary>
    protected void WarnAboutUnknown(string what, IReadOnlyList<string> known, IEnumerable<string> given)
    {
        foreach (string name in given.Except(known, StringComparer.Ordinal))
        {
            WriteWarning($"'{name}' is not a {what} that Qard documents for {Name}; it is sent unchanged.{Suggestion.For(name, known)}");
        }
    }

    protected abstract Task ChangeAsync(QardAccount account, CancellationToken cancellationToken);

    protected sealed override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        try
        {
            await ChangeAsync(qard.Account, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException refusal) when (refusal.Kind == ApiErrorKind.NotFound)
        {
            IReadOnlyList<QardProvider> known = await qard.Account.ListProvidersAsync(cancellationToken).ReadAllAsync().ConfigureAwait(false);
            throw UnknownProvider.Named(Name, known.Select(provider => provider.Name));
        }

        if (PassThru)
        {
            IReadOnlyList<QardProvider> providers = await qard.Account.ListProvidersAsync(cancellationToken).ReadAllAsync().ConfigureAwait(false);
            await output.WriteAsync(providers.FirstOrDefault(provider => string.Equals(provider.Name, Name, StringComparison.OrdinalIgnoreCase)))
                .ConfigureAwait(false);
        }
    }
}
