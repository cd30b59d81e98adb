using System.Collections;
using System.Runtime.CompilerServices;
using CompanyData.Creditro;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the ids, names, statuses and risks of KYC cases.</summary>
public sealed class KycCaseCompleter : ItemCompleter<CreditroClient, CreditroKycCase>
{
    private protected override ServiceEntry Service => ServiceEntry.Creditro;

    protected override async IAsyncEnumerable<CreditroKycCase> ReadAsync(
        CreditroClient client, IDictionary bound, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (CreditroKycCase item in await client.GetCasesAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    protected override (string? Value, string Tooltip) Offer(CreditroKycCase item, string parameterName) => parameterName switch
    {
        "Name" => (item.Name, $"{item.CompanyNumber}: {item.Status}"),
        "Status" => (item.Status, $"{item.Status}"),
        "Risk" => (item.Risk, $"{item.Risk}"),
        _ => (item.Id, $"{item.Name} {item.CompanyNumber}: {item.Status}"),
    };
}
