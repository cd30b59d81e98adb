using System.Collections;
using CompanyData.Qonto;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the documents of the registration that the line names.</summary>
public sealed class RegistrationFileCompleter : ItemCompleter<QontoClient, QontoRegistrationFile>
{
    private protected override ServiceEntry Service => ServiceEntry.Qonto;

    protected override IAsyncEnumerable<QontoRegistrationFile>? ReadAsync(QontoClient client, IDictionary bound, CancellationToken cancellationToken)
        => bound["RegistrationId"]?.ToString() is { Length: > 0 } registration ? client.Files.ListAsync(registration, cancellationToken) : null;

    protected override (string? Value, string Tooltip) Offer(QontoRegistrationFile item, string parameterName) => (item.Id, $"{item.FileType}: {item.FileName}");
}
