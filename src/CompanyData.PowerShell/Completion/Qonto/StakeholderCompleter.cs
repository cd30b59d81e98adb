using System.Collections;
using System.Runtime.CompilerServices;
using CompanyData.Qonto;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the stakeholders of the registration that the line names.</summary>
public sealed class StakeholderCompleter : ItemCompleter<QontoClient, QontoStakeholder>
{
    private protected override ServiceEntry Service => ServiceEntry.Qonto;

    protected override IAsyncEnumerable<QontoStakeholder>? ReadAsync(QontoClient client, IDictionary bound, CancellationToken cancellationToken)
        => bound["RegistrationId"]?.ToString() is { Length: > 0 } registration ? ListAsync(client, registration, cancellationToken) : null;

    protected override (string? Value, string Tooltip) Offer(QontoStakeholder item, string parameterName) => (item.Id, $"{item.FirstName} {item.LastName}");

    private static async IAsyncEnumerable<QontoStakeholder> ListAsync(QontoClient client, string registration, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (QontoStakeholder stakeholder in (await client.Registrations.GetAsync(registration, cancellationToken).ConfigureAwait(false)).Stakeholders)
        {
            yield return stakeholder;
        }
    }
}
