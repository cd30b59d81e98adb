using System.Collections;
using System.Runtime.CompilerServices;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the tax returns that were handed in for the user that the line names.</summary>
public sealed class TaxReturnInputCompleter : ItemCompleter<QardClient, QardTaxReturnInput>
{
    private protected override ServiceEntry Service => ServiceEntry.Qard;

    protected override async IAsyncEnumerable<QardTaxReturnInput> ReadAsync(
        QardClient client, IDictionary bound, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (bound["UserId"]?.ToString() is not { Length: > 0 } user)
        {
            yield break;
        }

        await foreach (QardTaxReturnInput input in client.TaxReturnInputs.ListAsync(user, cancellationToken).ConfigureAwait(false))
        {
            yield return input;
        }
    }

    protected override (string? Value, string Tooltip) Offer(QardTaxReturnInput item, string parameterName) => parameterName == "TaxReturnId"
        ? (item.TaxReturnId, $"{item.ProcessStatus}: {item.CreatedAt}")
        : (item.Id, $"{item.ProcessStatus}: {item.CreatedAt}");
}
