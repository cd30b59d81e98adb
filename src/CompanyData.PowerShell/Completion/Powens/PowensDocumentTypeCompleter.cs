using System.Collections;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the kinds of documents.</summary>
public sealed class PowensDocumentTypeCompleter : ItemCompleter<PowensClient, PowensDocumentType>
{
    private protected override ServiceEntry Service => ServiceEntry.Powens;

    protected override IAsyncEnumerable<PowensDocumentType> ReadAsync(PowensClient client, IDictionary bound, CancellationToken cancellationToken)
        => client.References.ListDocumentTypesAsync(cancellationToken);

    protected override (string? Value, string Tooltip) Offer(PowensDocumentType item, string parameterName) => (item.Id, item.Name ?? string.Empty);
}
