using System.Collections;
using CompanyData.Creditro;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the ids, names, statuses and risks of KYC cases.</summary>
public sealed class KycCaseCompleter : ItemCompleter<CreditroClient, CreditroKycCase>
{
    private protected override ServiceEntry Service => ServiceEntry.Creditro;

    protected override IAsyncEnumerable<CreditroKycCase> ReadAsync(CreditroClient client, IDictionary bound, CancellationToken cancellationToken)
        => client.ListCasesAsync(cancellationToken);

    protected override (string? Value, string Tooltip) Offer(CreditroKycCase item, string parameterName) => parameterName switch
    {
        "Name" => (item.Name, $"{item.CompanyNumber}: {item.Status}"),
        "Status" => (item.Status, $"{item.Status}"),
        "Risk" => (item.Risk, $"{item.Risk}"),
        _ => (item.Id, $"{item.Name} {item.CompanyNumber}: {item.Status}"),
    };
}
