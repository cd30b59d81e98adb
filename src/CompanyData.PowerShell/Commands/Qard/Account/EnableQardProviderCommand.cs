using System.Management.Automation;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>Enables a provider for the account. Required credentials must be set first.</summary>
[Cmdlet(VerbsLifecycle.Enable, "QardProvider", SupportsShouldProcess = true)]
[OutputType(typeof(QardProvider))]
public sealed class EnableQardProviderCommand : QardProviderChangeCommand
{
    protected override string Change => $"Enable the Qard provider '{Name}'";

    protected override async Task ChangeAsync(QardAccount account, CancellationToken cancellationToken)
    {
        try
        {
            await account.EnableProviderAsync(Name, enable: true, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException refusal) when (refusal.Kind is ApiErrorKind.Invalid or ApiErrorKind.Conflict)
        {
            IReadOnlyList<QardProvider> providers = await account.ListProvidersAsync(cancellationToken).ReadAllAsync().ConfigureAwait(false);
            QardProvider? provider = providers.FirstOrDefault(candidate => string.Equals(candidate.Name, Name, StringComparison.OrdinalIgnoreCase));
            if (provider is not { CredentialsConfig.Count: > 0 })
            {
                throw;
            }

            throw QardDataConnections.NotReady(refusal, provider);
        }
    }
}
