using System.Collections;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the documents of the user in the command line, otherwise of the session's own.</summary>
public sealed class PowensDocumentCompleter : ItemCompleter<PowensClient, PowensDocument>
{
    private protected override ServiceEntry Service => ServiceEntry.Powens;

    protected override IAsyncEnumerable<PowensDocument> ReadAsync(PowensClient client, IDictionary bound, CancellationToken cancellationToken)
        => client.Documents.ListAsync(new() { UserId = Completions.PowensUser(bound) }, cancellationToken);

    protected override (string? Value, string Tooltip) Offer(PowensDocument item, string parameterName)
        => (item.Id, $"{item.Name} {item.Date:yyyy-MM-dd}");
}
