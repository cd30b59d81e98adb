using System.Collections;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the tax returns that were handed in for the user that the line names.</summary>
public sealed class TaxReturnInputCompleter : ItemCompleter<QardClient, QardTaxReturnInput>
{
    private protected override ServiceEntry Service => ServiceEntry.Qard;

    protected override IAsyncEnumerable<QardTaxReturnInput>? ReadAsync(QardClient client, IDictionary bound, CancellationToken cancellationToken)
        => bound["UserId"]?.ToString() is { Length: > 0 } user ? client.TaxReturnInputs.ListAsync(user, cancellationToken) : null;

    protected override (string? Value, string Tooltip) Offer(QardTaxReturnInput item, string parameterName) => parameterName == "TaxReturnId"
        ? (item.TaxReturnId, $"{item.ProcessStatus}: {item.CreatedAt}")
        : (item.Id, $"{item.ProcessStatus}: {item.CreatedAt}");
}
