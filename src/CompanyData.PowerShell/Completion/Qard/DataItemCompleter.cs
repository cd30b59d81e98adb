using System.Collections;
using System.Runtime.CompilerServices;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the ids of a user's tax returns, VAT declarations and corporate taxes.</summary>
public sealed class DataItemCompleter : ItemCompleter<QardClient, QardUserData>
{
    private protected override ServiceEntry Service => ServiceEntry.Qard;

    protected override async IAsyncEnumerable<QardUserData> ReadAsync(
        QardClient client, IDictionary bound, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (bound["UserId"]?.ToString() is not { Length: > 0 } user || QardDataType.Find($"{bound["DataType"]}") is not { HasItems: true } type)
        {
            yield break;
        }

        await foreach (QardUserData item in client.Data.ListAsync(user, type.Name, cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    protected override (string? Value, string Tooltip) Offer(QardUserData item, string parameterName) => item switch
    {
        QardTaxReturn taxReturn => (taxReturn.Id, $"{taxReturn}"),
        QardVatDeclaration declaration => (declaration.Id, $"{declaration}"),
        QardCorporateTax tax => (tax.Id, $"{tax}"),
        _ => (null, string.Empty),
    };
}
