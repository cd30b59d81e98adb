using System.Collections;
using CompanyData.Qonto;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the ids of registrations and of their organizations.</summary>
public sealed class RegistrationCompleter : ItemCompleter<QontoClient, QontoRegistration>
{
    private protected override ServiceEntry Service => ServiceEntry.Qonto;

    protected override IAsyncEnumerable<QontoRegistration> ReadAsync(QontoClient client, IDictionary bound, CancellationToken cancellationToken)
        => client.Registrations.ListAsync(cancellationToken);

    protected override (string? Value, string Tooltip) Offer(QontoRegistration item, string parameterName)
        => (parameterName == "OrganizationId" ? item.Organization?.Id : item.Id, $"{item.Organization?.LegalName} {item.Organization?.LegalNumber}: {item.Status}");
}
